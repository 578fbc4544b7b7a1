/**
 * {@code sluice plugins}: begins a plugin, and looks after the jars of the plugin folders.
 *
 * <p>Not here: which jars a call loads ({@code io.sluice.cli.run}), and how a jar is loaded ({@code
 * io.sluice.plugin}).
 */
@NullMarked
package io.sluice.cli.plugins;

import org.jspecify.annotations.NullMarked;
