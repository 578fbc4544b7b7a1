package io.sluice.wire;

import java.time.Instant;
import java.util.List;

/**
 * Signs calls: adds header fields that prove who sends them and depend on the whole call and on the
 * time. Thread-safe; asked on any thread, and must not block. Its text form shows no secret.
 */
public interface RequestSigner {

  /**
   * The call with its signature.
   *
   * @param call as it is sent, but for the transport's own header fields
   * @param at when it is sent
   * @throws IllegalArgumentException in one line, if such a call cannot be signed
   */
  HttpCall signed(HttpCall call, Instant at);

  /** What must appear in nothing that is shown or kept. */
  List<String> secrets();
}
