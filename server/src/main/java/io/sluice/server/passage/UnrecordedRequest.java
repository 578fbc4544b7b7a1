package io.sluice.server.passage;

import io.sluice.server.passage.UnrecordedCounts.Kind;
import java.util.OptionalInt;

/** A request that is counted and not recorded. Mutable; confined to its client's loop. */
final class UnrecordedRequest {

  private final UnrecordedCounts counts;
  private final String owner;
  private final String method;
  private final PassedPath path;
  private final long began;
  private OptionalInt status = OptionalInt.empty();
  private long sent;
  private long received;
  private boolean counted;

  /** A request whose head has come now. */
  UnrecordedRequest(UnrecordedCounts counts, String owner, String method, PassedPath path) {
    this.counts = counts;
    this.owner = owner;
    this.method = method;
    this.path = path;
    this.began = counts.now();
  }

  void sent(int bytes) {
    sent += bytes;
  }

  void answered(int with) {
    status = OptionalInt.of(with);
  }

  void received(int bytes) {
    received += bytes;
  }

  /** It is over, in whatever way. May be called again. */
  void over() {
    if (!counted) {
      counted = true;
      var kind = new Kind(owner, path.endpoint(), method, PathPattern.of(path.below()), status);
      counts.add(kind, sent, received, began);
    }
  }
}
