/** One short runnable program per idea, each opening with what it shows. */
@NullMarked
package io.sluice.examples;

import org.jspecify.annotations.NullMarked;
