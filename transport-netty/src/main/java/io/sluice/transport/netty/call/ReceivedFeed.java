package io.sluice.transport.netty.call;

import io.sluice.feed.Feed;
import io.sluice.stream.Chunk;
import io.sluice.stream.End;
import io.sluice.stream.Irregularity;
import io.sluice.stream.ResponseHead;
import java.time.Duration;

/** A feed whose clock says when a part of the answer arrived, which may be long ago. */
final class ReceivedFeed implements Feed {

  private final Feed feed;
  private Duration at = Duration.ZERO;

  ReceivedFeed(Feed feed) {
    this.feed = feed;
  }

  /** Sets the clock. */
  void at(Duration arrived) {
    at = arrived;
  }

  @Override
  public Duration elapsed() {
    return at;
  }

  @Override
  public void sent(int attempt) {
    feed.sent(attempt);
  }

  @Override
  public void head(ResponseHead head) {
    feed.head(head);
  }

  @Override
  public void chunk(Chunk chunk) {
    feed.chunk(chunk);
  }

  @Override
  public void irregular(Irregularity.Kind kind) {
    feed.irregular(kind);
  }

  @Override
  public void end(End end) {
    feed.end(end);
  }

  @Override
  public boolean wantsMore() {
    return feed.wantsMore();
  }

  @Override
  public boolean finished() {
    return feed.finished();
  }

  @Override
  public boolean looksComplete() {
    return feed.looksComplete();
  }
}
