/**
 * What the build runs to make the vocabularies in the jar out of jtokkit's. It is not in the jar
 * itself, and needs nothing of what is.
 */
@NullMarked
package io.sluice.tokens.build;

import org.jspecify.annotations.NullMarked;
