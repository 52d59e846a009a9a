<?php
/**
 * Plugin Name: Profilkort
 * Description: Shows published customer profiles as cards: a block, a shortcode, and pasted card addresses.
 * Version: 1.1.0
 * Requires at least: 6.1
 * Requires PHP: 7.4
 * License: MIT
 * Text Domain: profilkort
 * Domain Path: /languages
 */

defined( 'ABSPATH' ) || exit;

require __DIR__ . '/includes/server.php';
require __DIR__ . '/includes/card.php';
require __DIR__ . '/includes/pasted.php';
require __DIR__ . '/includes/editor.php';
if ( is_admin() ) {
	require __DIR__ . '/includes/settings.php';
}

register_deactivation_hook(
	__FILE__,
	function () {
		wp_clear_scheduled_hook( 'profilkort_refresh' );
	}
);
