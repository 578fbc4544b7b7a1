/**
 * What is asked: the words of the command line with what is piped in, text files and attachments.
 *
 * <p>Not here: the settings of a request, which are in {@code run}.
 */
@NullMarked
package io.sluice.cli.prompt;

import org.jspecify.annotations.NullMarked;
