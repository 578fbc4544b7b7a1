/** What counting tokens live costs, and what it would cost otherwise. */
package io.sluice.benchmarks.tokens;
