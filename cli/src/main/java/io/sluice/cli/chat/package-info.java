/**
 * {@code sluice chat}: a conversation, typed or piped in, and the commands that can be typed in it.
 *
 * <p>Not here: the archive that a conversation is kept in.
 */
@NullMarked
package io.sluice.cli.chat;

import org.jspecify.annotations.NullMarked;
