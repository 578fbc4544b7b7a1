/**
 * What every API shares: a request as the offline model understands it, what the model says, and
 * the seams {@link io.sluice.simulator.chat.Api} and {@link io.sluice.simulator.chat.AnswerWriter}
 * of the APIs.
 *
 * <p>Not here: the formats of APIs (a package for each), faults (fault), sockets and paths (the
 * server).
 */
@NullMarked
package io.sluice.simulator.chat;

import org.jspecify.annotations.NullMarked;
