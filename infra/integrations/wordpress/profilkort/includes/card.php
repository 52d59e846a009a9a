<?php
/**
 * The card itself, as a block and as a shortcode: the element, with a link inside for readers without scripts.
 */

defined( 'ABSPATH' ) || exit;

add_action(
	'init',
	function () {
		load_plugin_textdomain( 'profilkort', false, 'profilkort/languages' );
		if ( profilkort_is_set_up() ) {
			$server = profilkort_options()['server'];
			// phpcs:disable WordPress.WP.EnqueuedResourceParameters.MissingVersion -- the address has the version
			wp_register_script( 'profilkort', profilkort_script()['src'], array(), null, true );
			wp_register_style( 'profilkort-sizes', $server . '/widgets/v1/sizes.css', array(), null );
			wp_register_style( 'profilkort', plugins_url( 'card.css', __DIR__ ), array( 'profilkort-sizes' ), '1.1.0' );
			// phpcs:enable
		}
		register_block_type( dirname( __DIR__ ), array( 'render_callback' => 'profilkort_render_block' ) );
		add_shortcode( 'profilkort', 'profilkort_render' );
	}
);

/** The card in the box that the theme gives blocks. */
function profilkort_render_block( $attributes ) {
	$card = profilkort_render( $attributes );
	return '' === $card ? '' : sprintf( '<div %s>%s</div>', get_block_wrapper_attributes(), $card );
}

/**
 * The element of a card, or '' where no profile is named or the plugin is not set up.
 *
 * @param array|string $attributes `profile`: a slug, or up to four with commas between; `compact` and `fixed`: on or off.
 */
function profilkort_render( $attributes ) {
	$attributes = (array) $attributes;
	$profiles   = profilkort_slugs( $attributes['profile'] ?? '' );
	if ( ! profilkort_is_set_up() || array() === $profiles ) {
		return '';
	}
	$links = array();
	foreach ( $profiles as $slug ) {
		/* translators: %s: the short name of a customer profile. */
		$text    = sprintf( __( 'Customer profile: %s', 'profilkort' ), $slug );
		$links[] = sprintf( '<a href="%s">%s</a>', esc_url( profilkort_card_address( $slug ) ), esc_html( $text ) );
	}
	$links = implode( ' ', $links );
	if ( is_feed() ) {
		return $links;
	}
	wp_enqueue_script( 'profilkort' );
	wp_enqueue_style( 'profilkort' );
	return sprintf(
		'<pk-profile-card profile="%s"%s%s>%s</pk-profile-card>',
		esc_attr( implode( ',', $profiles ) ),
		profilkort_is_on( $attributes, 'compact' ) ? ' compact' : '',
		profilkort_is_on( $attributes, 'fixed' ) ? '' : ' class="profilkort-grows"',
		$links
	);
}

/** `[profilkort profile="a" compact]` has its word among the numbered ones. */
function profilkort_is_on( $attributes, $name ) {
	return filter_var( $attributes[ $name ] ?? in_array( $name, $attributes, true ), FILTER_VALIDATE_BOOLEAN );
}

/** The slugs in a text; what cannot be one is left out. */
function profilkort_slugs( $text ) {
	$parts = is_string( $text ) ? preg_split( '/[\s,]+/', $text, -1, PREG_SPLIT_NO_EMPTY ) : array();
	return array_slice( preg_grep( '/^[a-z0-9]+(-[a-z0-9]+)*$/', $parts ), 0, 4 );
}

/** The page that a card has of its own. */
function profilkort_card_address( $slug ) {
	$options = profilkort_options();
	return $options['server'] . '/v1/cards/' . rawurlencode( $options['key'] ) . '/' . rawurlencode( $slug );
}

/**
 * What the script's tag says besides its address. No inline script is written, so that a site's policy can stay strict;
 * a plugin that puts nonces on tags finds this one like any other.
 */
add_filter(
	'script_loader_tag',
	function ( $tag, $handle ) {
		if ( 'profilkort' !== $handle ) {
			return $tag;
		}
		$integrity = profilkort_script()['integrity'];
		$more      = sprintf( ' async data-key="%s"', esc_attr( profilkort_options()['key'] ) );
		if ( '' !== $integrity ) {
			$more .= sprintf( ' integrity="%s" crossorigin="anonymous"', esc_attr( $integrity ) );
		}
		return preg_replace( '/<script(?=[^>]* src=)/', '<script' . $more, $tag, 1 );
	},
	10,
	2
);
