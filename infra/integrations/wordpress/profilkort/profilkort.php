<?php
/**
 * Plugin Name: Profilkort
 * Description: A block and a shortcode that show profile cards, and oEmbed for pasted card addresses.
 * Version: 1.0.0
 * Requires at least: 6.1
 * Requires PHP: 7.4
 * License: MIT
 */

defined( 'ABSPATH' ) || exit;

/** The server and the publishable key, from Settings > General. */
function profilkort_options() {
	return array(
		'server' => untrailingslashit( (string) get_option( 'profilkort_server', '' ) ),
		'key'    => (string) get_option( 'profilkort_key', '' ),
	);
}

add_action(
	'init',
	function () {
		$options = profilkort_options();
		register_block_type( __DIR__, array( 'render_callback' => 'profilkort_render' ) );
		add_shortcode( 'profilkort', 'profilkort_render' );
		if ( '' !== $options['server'] ) {
			wp_oembed_add_provider( $options['server'] . '/v1/cards/*', $options['server'] . '/v1/oembed' );
		}
	}
);

/** The element, with a link to the whole card inside for those without scripts. */
function profilkort_render( $attributes ) {
	$attributes = shortcode_atts( array( 'profile' => '', 'compact' => false ), (array) $attributes );
	$options    = profilkort_options();
	if ( '' === $options['server'] || '' === $options['key'] || '' === $attributes['profile'] ) {
		return '';
	}
	wp_enqueue_script( 'profilkort', $options['server'] . '/widgets/v1/profilkort.js', array(), null, array( 'strategy' => 'async' ) );
	wp_enqueue_style( 'profilkort', $options['server'] . '/widgets/v1/sizes.css', array(), null );
	$first = strtok( (string) $attributes['profile'], ', ' );
	$card  = $options['server'] . '/v1/cards/' . rawurlencode( $options['key'] ) . '/' . rawurlencode( $first );
	return sprintf(
		'<pk-profile-card profile="%s"%s><a href="%s">%s</a></pk-profile-card>',
		esc_attr( $attributes['profile'] ),
		filter_var( $attributes['compact'], FILTER_VALIDATE_BOOLEAN ) ? ' compact' : '',
		esc_url( $card ),
		esc_html( $first )
	);
}

add_filter(
	'script_loader_tag',
	function ( $tag, $handle ) {
		if ( 'profilkort' !== $handle ) {
			return $tag;
		}
		return str_replace( '<script ', '<script data-key="' . esc_attr( profilkort_options()['key'] ) . '" ', $tag );
	},
	10,
	2
);

add_action(
	'admin_init',
	function () {
		$fields = array(
			'profilkort_server' => array( __( 'Profilkort server', 'profilkort' ), 'esc_url_raw' ),
			'profilkort_key'    => array( __( 'Profilkort publishable key', 'profilkort' ), 'sanitize_text_field' ),
		);
		foreach ( $fields as $name => list( $label, $sanitize ) ) {
			register_setting( 'general', $name, array( 'type' => 'string', 'sanitize_callback' => $sanitize ) );
			add_settings_field(
				$name,
				$label,
				function () use ( $name ) {
					printf( '<input class="regular-text" id="%1$s" name="%1$s" value="%2$s">', esc_attr( $name ), esc_attr( get_option( $name, '' ) ) );
				},
				'general',
				'default',
				array( 'label_for' => $name )
			);
		}
	}
);
