<?php
// Runs what comes by standard input inside WordPress, as an administrator, and prints what it returns as JSON.
$_SERVER['HTTP_HOST'] = getenv( 'SITE_HOST' );
$code = stream_get_contents( STDIN );
if ( getenv( 'SITE_INSTALLS' ) ) {
	define( 'WP_INSTALLING', true );
}
require getcwd() . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/admin.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
if ( ! getenv( 'SITE_INSTALLS' ) ) {
	wp_set_current_user( 1 );
}
echo "\n", wp_json_encode( eval( $code ) );
