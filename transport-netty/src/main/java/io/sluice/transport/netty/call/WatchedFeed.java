package io.sluice.transport.netty.call;

import io.sluice.feed.Feed;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.ResponseHead;

/** A feed whose head and first token are told to the observers, too. */
final class WatchedFeed extends ForwardingFeed {

  private final StreamWatch watch;
  private boolean spoken;

  WatchedFeed(Feed feed, StreamWatch watch) {
    super(feed);
    this.watch = watch;
  }

  @Override
  public void head(ResponseHead head) {
    super.head(head);
    watch.head(head);
  }

  @Override
  public void chunk(Chunk chunk) {
    if (!spoken && chunk.deltas().stream().anyMatch(Delta::carriesTokens)) {
      spoken = true;
      watch.firstToken(chunk.at());
    }
    super.chunk(chunk);
  }
}
