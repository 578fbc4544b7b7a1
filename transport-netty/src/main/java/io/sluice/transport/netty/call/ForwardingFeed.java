package io.sluice.transport.netty.call;

import io.sluice.feed.Feed;
import io.sluice.stream.Chunk;
import io.sluice.stream.End;
import io.sluice.stream.Irregularity;
import io.sluice.stream.ResponseHead;
import java.time.Duration;

/** A feed that tells another one all it is told, but for what its kind does otherwise. */
abstract class ForwardingFeed implements Feed {

  private final Feed feed;

  ForwardingFeed(Feed feed) {
    this.feed = feed;
  }

  @Override
  public Duration elapsed() {
    return feed.elapsed();
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
