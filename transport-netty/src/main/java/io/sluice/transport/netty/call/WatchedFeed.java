package io.sluice.transport.netty.call;

import io.sluice.feed.Feed;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.End;
import io.sluice.stream.Irregularity;
import io.sluice.stream.ResponseHead;
import java.time.Duration;

/** A feed whose head and first token are told to the observers, too. */
final class WatchedFeed implements Feed {

  private final Feed feed;
  private final StreamWatch watch;
  private boolean spoken;

  WatchedFeed(Feed feed, StreamWatch watch) {
    this.feed = feed;
    this.watch = watch;
  }

  @Override
  public void head(ResponseHead head) {
    feed.head(head);
    watch.head(head);
  }

  @Override
  public void chunk(Chunk chunk) {
    if (!spoken && chunk.deltas().stream().anyMatch(Delta::carriesTokens)) {
      spoken = true;
      watch.firstToken(chunk.at());
    }
    feed.chunk(chunk);
  }

  @Override
  public void sent(int attempt) {
    feed.sent(attempt);
  }

  @Override
  public Duration elapsed() {
    return feed.elapsed();
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
