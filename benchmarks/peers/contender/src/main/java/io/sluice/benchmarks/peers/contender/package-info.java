/**
 * What a client has to do to be measured, and the measures that are taken inside its process.
 *
 * <p>Not here: any client, and any library that a client could stumble over.
 */
package io.sluice.benchmarks.peers.contender;
