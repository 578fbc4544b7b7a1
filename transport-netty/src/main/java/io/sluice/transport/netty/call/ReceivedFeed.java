package io.sluice.transport.netty.call;

import io.sluice.feed.Feed;
import java.time.Duration;

/** A feed whose clock says when a part of the answer arrived, which may be long ago. */
final class ReceivedFeed extends ForwardingFeed {

  private Duration at = Duration.ZERO;

  ReceivedFeed(Feed feed) {
    super(feed);
  }

  /** Sets the clock. */
  void at(Duration arrived) {
    at = arrived;
  }

  @Override
  public Duration elapsed() {
    return at;
  }
}
