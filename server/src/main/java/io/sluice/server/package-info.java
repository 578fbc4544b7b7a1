/**
 * The server: what it is made of, how it starts and how it ends.
 *
 * <p>Not here: everything it does. Each theme has a package: {@code gate}, {@code limits}, {@code
 * runs}, {@code events}, {@code routes}, {@code front}; {@code http} holds what they have in
 * common.
 */
@NullMarked
package io.sluice.server;

import org.jspecify.annotations.NullMarked;
