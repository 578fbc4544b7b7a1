/** The threads that Sluice creates: none keeps a JVM alive, and none is kept without work. */
@NullMarked
package io.sluice.thread;

import org.jspecify.annotations.NullMarked;
