/**
 * Reading the rows of a batch from files and pipes, in five formats.
 *
 * <p>Not here: what is done with the rows, and the settings of a request that no row says.
 */
@NullMarked
package io.sluice.batch.input;

import org.jspecify.annotations.NullMarked;
