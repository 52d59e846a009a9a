<?php
/**
 * Plugin Name: What a careful site adds
 * Description: A content security policy by nonce, with Trusted Types, for the pages that visitors see.
 */
if ( ! is_admin() && 'wp-login.php' !== ( $GLOBALS['pagenow'] ?? '' ) && PHP_SAPI !== 'cli' ) {
	$site_nonce = bin2hex( random_bytes( 12 ) );
	$add_nonce  = function ( $tag ) use ( $site_nonce ) {
		return str_replace( '<script ', '<script nonce="' . $site_nonce . '" ', $tag );
	};
	add_filter( 'script_loader_tag', $add_nonce, 99 );
	// What WordPress 6.1 prints itself without a nonce.
	remove_action( 'wp_head', 'print_emoji_detection_script', 7 );
	add_action(
		'init',
		function () {
			remove_action( 'wp_footer', 'the_block_template_skip_link' );
		}
	);
	add_action(
		'send_headers',
		function () use ( $site_nonce ) {
			$server = getenv( 'PROFILKORT_SERVER' );
			header( "Content-Security-Policy: default-src 'self'; style-src 'self' 'unsafe-inline' $server; script-src 'nonce-$site_nonce'; connect-src $server; frame-src $server; img-src 'self' data:; font-src 'self' data:; require-trusted-types-for 'script'; trusted-types lit-html" );
		}
	);
}
// A site on the same machine as the server it discovers.
if ( get_option( 'sites_allow_loopback' ) ) {
	add_filter( 'http_request_host_is_external', '__return_true' );
	add_filter(
		'http_allowed_safe_ports',
		function ( $ports, $host, $url ) {
			return array_merge( $ports, array( wp_parse_url( $url, PHP_URL_PORT ) ) );
		},
		10,
		3
	);
}
