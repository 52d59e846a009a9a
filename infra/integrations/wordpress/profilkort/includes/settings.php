<?php
/**
 * Settings > Profilkort: the server and the key, tried against each other when they are saved.
 */

defined( 'ABSPATH' ) || exit;

add_action(
	'admin_menu',
	function () {
		add_options_page( 'Profilkort', 'Profilkort', 'manage_options', 'profilkort', 'profilkort_settings_page' );
	}
);

add_filter(
	'plugin_action_links_profilkort/profilkort.php',
	function ( $links ) {
		$link = sprintf( '<a href="%s">%s</a>', esc_url( admin_url( 'options-general.php?page=profilkort' ) ), esc_html__( 'Settings', 'profilkort' ) );
		return array_merge( array( $link ), $links );
	}
);

add_action(
	'admin_init',
	function () {
		register_setting( 'profilkort', 'profilkort', array( 'type' => 'array', 'sanitize_callback' => 'profilkort_check_settings' ) );
		add_settings_section( 'profilkort', '', '__return_null', 'profilkort' );
		$fields = array(
			'server' => array(
				__( 'Address of the server', 'profilkort' ),
				__( 'Such as https://profiles.example.com.', 'profilkort' ),
				'url',
			),
			'key'    => array(
				__( 'Publishable key', 'profilkort' ),
				/* translators: %s: the origin of this site. */
				sprintf( __( 'A key for the origin %s. It reads published content only and is seen by every visitor.', 'profilkort' ), implode( ', ', profilkort_site_origins() ) ),
				'text',
			),
		);
		foreach ( $fields as $name => list( $label, $help, $type ) ) {
			add_settings_field(
				'profilkort-' . $name,
				$label,
				function () use ( $name, $help, $type ) {
					printf(
						'<input class="regular-text code" id="profilkort-%1$s" name="profilkort[%1$s]" type="%2$s" value="%3$s" aria-describedby="profilkort-%1$s-help" autocomplete="off" spellcheck="false"><p class="description" id="profilkort-%1$s-help">%4$s</p>',
						esc_attr( $name ),
						esc_attr( $type ),
						esc_attr( profilkort_options()[ $name ] ),
						esc_html( $help )
					);
				},
				'profilkort',
				'profilkort',
				array( 'label_for' => 'profilkort-' . $name )
			);
		}
	}
);

function profilkort_settings_page() {
	echo '<div class="wrap"><h1>Profilkort</h1><p>';
	esc_html_e( 'Then add the block “Profilkort” to a page, write the shortcode [profilkort profile="…"], or paste the address of a card on a line of its own.', 'profilkort' );
	echo '</p><form action="options.php" method="post" novalidate>';
	settings_fields( 'profilkort' );
	do_settings_sections( 'profilkort' );
	submit_button();
	echo '</form></div>';
}

/** What is kept of what was typed. What cannot be right leaves the old; what only does not work yet is kept, and told. */
function profilkort_check_settings( $typed ) {
	$old   = profilkort_options();
	$typed = array_map( 'trim', array_map( 'strval', (array) $typed ) ) + array( 'server' => '', 'key' => '' );
	$kept  = array( 'server' => profilkort_origin( $typed['server'] ), 'key' => $typed['key'] );
	if ( '' === $kept['server'] && '' !== $typed['server'] ) {
		profilkort_tell( 'server', __( 'This is not the address of a server. Write it like https://profiles.example.com. The old one was kept.', 'profilkort' ) );
		$kept['server'] = $old['server'];
	}
	if ( 0 === strpos( $kept['key'], 'profilkort_secret_' ) ) {
		profilkort_tell( 'key', __( 'This is a secret key. It must never be on a page: every visitor could read it. Use a publishable key. Nothing was kept of it.', 'profilkort' ) );
		$kept['key'] = $old['key'];
	} elseif ( '' !== $kept['key'] && ! preg_match( '/^profilkort_publishable_[\w-]{43}\.[\w-]{43}$/', $kept['key'] ) ) {
		profilkort_tell( 'key', __( 'This is not a whole publishable key. It begins with profilkort_publishable_ and has a dot in it. The old one was kept.', 'profilkort' ) );
		$kept['key'] = $old['key'];
	}
	if ( '' !== $kept['server'] && '' !== $kept['key'] ) {
		profilkort_try( $kept );
	}
	return $kept;
}

/** Tells what the site's pages will be answered. */
function profilkort_try( $options ) {
	foreach ( profilkort_site_origins() as $origin ) {
		$answer = profilkort_ask( $options, '/v1/widgets?ask=list/en/1/*&key=' . rawurlencode( $options['key'] ), $origin );
		if ( 401 === $answer['status'] ) {
			profilkort_tell( 'key', __( 'The server does not know this key, or it was revoked. It was kept, but no card will be shown.', 'profilkort' ) );
		} elseif ( 403 === $answer['status'] ) {
			/* translators: %s: the origin of this site. */
			profilkort_tell( 'key', sprintf( __( 'This key does not answer the pages of %s. Add that origin to the key. It was kept, but no card will be shown until then.', 'profilkort' ), $origin ) );
		} elseif ( ! isset( $answer['body']['answers'] ) ) {
			/* translators: %s: the address of a server. */
			profilkort_tell( 'server', sprintf( __( 'No Profilkort server answers at %s. It was kept, but no card will be shown until one does.', 'profilkort' ), $options['server'] ), 0 === $answer['status'] ? (string) $answer['body'] : '' );
		} else {
			continue;
		}
		return;
	}
}

/** A message at the top of the page, once: WordPress checks a setting twice when it is saved first. */
function profilkort_tell( $field, $message, $detail = '' ) {
	if ( array() === wp_list_filter( get_settings_errors( 'profilkort' ), array( 'code' => 'profilkort-' . $field ) ) ) {
		$text = esc_html( $message ) . ( '' === $detail ? '' : ' <code>' . esc_html( $detail ) . '</code>' );
		add_settings_error( 'profilkort', 'profilkort-' . $field, $text );
	}
}
