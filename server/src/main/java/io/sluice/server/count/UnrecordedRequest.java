package io.sluice.server.count;

import io.sluice.server.count.UnrecordedCounts.Kind;
import java.util.OptionalInt;

/** A request that is counted and not recorded. Mutable; confined to its client's loop. */
public final class UnrecordedRequest {

  private final UnrecordedCounts counts;
  private final String owner;
  private final String endpoint;
  private final String method;
  private final String path;
  private final long began;
  private OptionalInt status = OptionalInt.empty();
  private long sent;
  private long received;
  private boolean counted;

  /**
   * A request whose head has come now.
   *
   * @param path the path below the base URL of the endpoint
   */
  public UnrecordedRequest(
      UnrecordedCounts counts, String owner, String endpoint, String method, String path) {
    this.counts = counts;
    this.owner = owner;
    this.endpoint = endpoint;
    this.method = method;
    this.path = path;
    this.began = counts.now();
  }

  /** So many more bytes of its body have come. */
  public void sent(int bytes) {
    sent += bytes;
  }

  /** Its answer has begun, with this status. */
  public void answered(int with) {
    status = OptionalInt.of(with);
  }

  /** So many more bytes of the answer have come. */
  public void received(int bytes) {
    received += bytes;
  }

  /** It is over, in whatever way. May be called again. */
  public void over() {
    if (!counted) {
      counted = true;
      var kind = new Kind(owner, endpoint, method, PathPattern.of(path), status);
      counts.add(kind, sent, received, began);
    }
  }
}
