package io.sluice.server.http;

import java.util.concurrent.CompletionStage;

/** What answers the requests under a path. Thread-safe. */
@FunctionalInterface
public interface Mount {

  /**
   * Answers a request that has passed the gate. It is called on a loop that serves many
   * connections, so it must not block: what takes time completes the result later.
   *
   * @throws Refusal if the request is not granted; the result may also fail with one
   */
  CompletionStage<Reply> answer(Request request);
}
