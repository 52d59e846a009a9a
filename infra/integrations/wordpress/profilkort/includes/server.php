<?php
/**
 * The Profilkort server: which it is, how it is asked, and the pinned script that it serves.
 */

defined( 'ABSPATH' ) || exit;

/** What Settings > Profilkort says: `server`, an origin such as https://profiles.example.com, and `key`. Empty when not set. */
function profilkort_options() {
	$options = (array) get_option( 'profilkort', array() );
	return array(
		'server' => (string) ( $options['server'] ?? '' ),
		'key'    => (string) ( $options['key'] ?? '' ),
	);
}

function profilkort_is_set_up() {
	$options = profilkort_options();
	return '' !== $options['server'] && '' !== $options['key'];
}

/** The origin of an address, or '' where it is no address of the web. */
function profilkort_origin( $address ) {
	$parts = wp_parse_url( $address );
	if ( ! is_array( $parts ) || empty( $parts['host'] ) || ! in_array( $parts['scheme'] ?? '', array( 'http', 'https' ), true ) ) {
		return '';
	}
	return $parts['scheme'] . '://' . strtolower( $parts['host'] ) . ( isset( $parts['port'] ) ? ':' . $parts['port'] : '' );
}

/** The origins this site's pages have: that of the site and, where it is another, that of its administration. */
function profilkort_site_origins() {
	return array_values( array_unique( array( profilkort_origin( home_url() ), profilkort_origin( site_url() ) ) ) );
}

/**
 * Asks the server as one of this site's pages would.
 *
 * @return array{status: int, body: mixed} Status 0 when it could not be reached; then the body says why.
 */
function profilkort_ask( $options, $path, $origin = '' ) {
	$response = wp_remote_get(
		$options['server'] . $path,
		array(
			'timeout'     => 5,
			'redirection' => 0,
			'headers'     => array( 'Origin' => '' !== $origin ? $origin : profilkort_site_origins()[0] ),
		)
	);
	if ( is_wp_error( $response ) ) {
		return array( 'status' => 0, 'body' => $response->get_error_message() );
	}
	return array(
		'status' => (int) wp_remote_retrieve_response_code( $response ),
		'body'   => json_decode( wp_remote_retrieve_body( $response ), true ),
	);
}

/** The script to load, with its hash where the server has told one. */
function profilkort_script() {
	$server = profilkort_options()['server'];
	$pinned = (array) get_option( 'profilkort_script', array() );
	if ( ( $pinned['server'] ?? '' ) !== $server ) {
		return array( 'src' => $server . '/widgets/v1/profilkort.js', 'integrity' => '' );
	}
	return array( 'src' => $server . '/widgets/v1/' . $pinned['path'], 'integrity' => $pinned['integrity'] );
}

/** Learns which pinned script the server has, so that pages load that one and nothing else. Keeps the last on failure. */
function profilkort_refresh() {
	$options = profilkort_options();
	if ( '' === $options['server'] ) {
		return;
	}
	$answer = profilkort_ask( $options, '/widgets/v1/integrity.json' );
	if ( 200 !== $answer['status'] || ! is_array( $answer['body'] ) ) {
		return;
	}
	foreach ( $answer['body'] as $path => $hash ) {
		if ( preg_match( '~^[\w.-]+/profilkort\.js$~', $path ) && preg_match( '~^sha384-[A-Za-z0-9+/=]+$~', (string) $hash ) ) {
			update_option( 'profilkort_script', array( 'server' => $options['server'], 'path' => $path, 'integrity' => $hash ) );
			return;
		}
	}
}

// The server may be updated at any time; a page never waits for it.
add_action( 'profilkort_refresh', 'profilkort_refresh' );
add_action( 'add_option_profilkort', 'profilkort_refresh' );
add_action( 'update_option_profilkort', 'profilkort_refresh' );
add_action(
	'init',
	function () {
		if ( profilkort_is_set_up() && ! wp_next_scheduled( 'profilkort_refresh' ) ) {
			wp_schedule_event( time() + HOUR_IN_SECONDS, 'hourly', 'profilkort_refresh' );
		}
	}
);
