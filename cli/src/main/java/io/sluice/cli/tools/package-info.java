/**
 * The commands that need no model: {@code sinks}, {@code sse} and {@code simulate}.
 *
 * <p>Not here: a command of more than one class, which has a package of its own.
 */
@NullMarked
package io.sluice.cli.tools;

import org.jspecify.annotations.NullMarked;
