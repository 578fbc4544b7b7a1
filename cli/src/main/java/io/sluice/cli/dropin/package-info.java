/**
 * The sinks of Sluice that come in jars of their own, because of the libraries that they bring.
 *
 * <p>Not here: folders with plugins ({@code io.sluice.cli.run}), and how a jar gets there ({@code
 * io.sluice.cli.plugins}).
 */
@NullMarked
package io.sluice.cli.dropin;

import org.jspecify.annotations.NullMarked;
