<?php
/**
 * What the block's editor needs: its texts, and which profiles there are.
 */

defined( 'ABSPATH' ) || exit;

add_action(
	'init',
	function () {
		wp_set_script_translations( 'profilkort-card-editor-script', 'profilkort', dirname( __DIR__ ) . '/languages' );
	},
	20
);

// The first hundred published profiles, by slug and name.
add_action(
	'rest_api_init',
	function () {
		register_rest_route(
			'profilkort/v1',
			'/profiles',
			array(
				'methods'             => 'GET',
				'permission_callback' => function () {
					return current_user_can( 'edit_posts' );
				},
				'callback'            => 'profilkort_list_profiles',
			)
		);
	}
);

function profilkort_list_profiles() {
	if ( ! profilkort_is_set_up() ) {
		return new WP_Error( 'profilkort_not_set_up', __( 'Profilkort is not set up. Ask whoever runs this site to open Settings, Profilkort.', 'profilkort' ), array( 'status' => 409 ) );
	}
	$options  = profilkort_options();
	$language = substr( get_user_locale(), 0, 2 );
	$locale   = in_array( $language, array( 'nb', 'sv', 'da', 'en' ), true ) ? $language : ( 'nn' === $language ? 'nb' : 'en' );
	$answer   = profilkort_ask( $options, '/v1/widgets?ask=list/' . $locale . '/100/*&key=' . rawurlencode( $options['key'] ) );
	$nodes    = $answer['body']['answers'][0]['data']['profiles']['nodes'] ?? null;
	if ( ! is_array( $nodes ) ) {
		return new WP_Error( 'profilkort_no_answer', __( 'The Profilkort server did not answer. Write the short name of a profile by hand.', 'profilkort' ), array( 'status' => 502 ) );
	}
	return array_map(
		function ( $node ) {
			return array( 'slug' => $node['slug'], 'name' => $node['name'] );
		},
		$nodes
	);
}
