package io.sluice.testkit;

import io.sluice.feed.ChunkSource;
import io.sluice.feed.Feed;
import io.sluice.stream.ResponseHead;
import io.sluice.stream.Retry;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Plays a script as far as it is requested, on the requesting thread. */
final class ScriptedSource implements ChunkSource {

  private final Queue<AnswerScript.Step> steps;
  private final Consumer<Retry> onRetry;
  private @Nullable Feed feed;
  private volatile boolean cancelled;

  ScriptedSource(AnswerScript script, Consumer<Retry> onRetry) {
    this.steps = new ArrayDeque<>(script.steps());
    this.onRetry = onRetry;
  }

  @Override
  public void start(Feed given) {
    feed = given;
    given.sent(1);
    given.head(ResponseHead.NONE);
    play(given);
  }

  @Override
  public void read() {
    if (feed != null) {
      play(feed);
    }
  }

  @Override
  public void cancel() {
    cancelled = true;
  }

  private void play(Feed into) {
    while (!cancelled && !steps.isEmpty() && into.wantsMore()) {
      play(steps.remove(), into);
    }
  }

  private void play(AnswerScript.Step step, Feed into) {
    if (step instanceof AnswerScript.Send send) {
      into.chunk(send.chunk());
    } else if (step instanceof AnswerScript.Again again) {
      onRetry.accept(again.retry());
      into.sent(again.retry().attempt());
    } else if (step instanceof AnswerScript.Finish finish) {
      into.end(finish.end());
    }
  }
}
