<?php
// Leaves nothing behind.
defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

delete_option( 'profilkort' );
delete_option( 'profilkort_script' );
wp_clear_scheduled_hook( 'profilkort_refresh' );
