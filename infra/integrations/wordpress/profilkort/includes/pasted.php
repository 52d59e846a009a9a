<?php
/**
 * The address of a card on a line of its own: WordPress asks our server what to show (oEmbed) and shows a frame.
 */

defined( 'ABSPATH' ) || exit;

add_action(
	'init',
	function () {
		$server = profilkort_options()['server'];
		if ( '' === $server ) {
			return;
		}
		wp_oembed_add_provider( $server . '/v1/cards/*', $server . '/v1/oembed' );
		// phpcs:ignore WordPress.WP.EnqueuedResourceParameters.MissingVersion -- the address has the version
		wp_register_script( 'profilkort-resize', $server . '/widgets/v1/resize.js', array(), null, true );
	}
);

// The frame tells how high it is; the page has to listen.
add_filter(
	'embed_oembed_html',
	function ( $html, $url ) {
		$server = profilkort_options()['server'];
		if ( '' !== $server && 0 === strpos( (string) $url, $server . '/v1/cards/' ) ) {
			wp_enqueue_script( 'profilkort-resize' );
		}
		return $html;
	},
	10,
	2
);

// WordPress asks nobody on its own network, nor on unusual ports. Whoever runs the site has named this one.
add_filter(
	'http_request_host_is_external',
	function ( $is_external, $host, $url ) {
		return $is_external || profilkort_is_own_server( $url );
	},
	10,
	3
);
add_filter(
	'http_allowed_safe_ports',
	function ( $ports, $host, $url ) {
		$port = wp_parse_url( $url, PHP_URL_PORT );
		return $port && profilkort_is_own_server( $url ) ? array_merge( $ports, array( $port ) ) : $ports;
	},
	10,
	3
);

function profilkort_is_own_server( $url ) {
	$server = profilkort_options()['server'];
	return '' !== $server && profilkort_origin( $url ) === $server;
}
