package io.sluice.spring;

import io.sluice.chat.Completion;
import io.sluice.stream.ChatStream;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** A stream that tells an observation when it begins and when its first token comes. */
final class ObservedChatStream implements ChatStream {

  private final ChatStream stream;
  private final AnswerObservation observation;
  private final Iterator<Chunk> chunks;

  ObservedChatStream(ChatStream stream, AnswerObservation observation) {
    this.stream = stream;
    this.observation = observation;
    this.chunks = new ObservedChunks();
  }

  @Override
  public Iterator<Chunk> iterator() {
    return chunks;
  }

  @Override
  public Flow.Publisher<Chunk> publisher() {
    Flow.Publisher<Chunk> publisher = stream.publisher();
    return subscriber -> publisher.subscribe(new ObservedSubscriber(subscriber, observation));
  }

  @Override
  public Completion completion() {
    while (chunks.hasNext()) {
      chunks.next();
    }
    return stream.completion();
  }

  @Override
  public CompletionStage<Outcome> outcome() {
    return stream.outcome();
  }

  @Override
  public void close() {
    stream.close();
  }

  /** The one iterator of the stream; it is asked of the stream only when it is used. */
  private final class ObservedChunks implements Iterator<Chunk> {

    @Override
    public boolean hasNext() {
      observation.started();
      return stream.iterator().hasNext();
    }

    @Override
    public Chunk next() {
      observation.started();
      Chunk chunk = stream.iterator().next();
      observation.received(chunk);
      return chunk;
    }
  }

  /** Passes on all signals. */
  private record ObservedSubscriber(
      Flow.Subscriber<? super Chunk> subscriber, AnswerObservation observation)
      implements Flow.Subscriber<Chunk> {

    /** Refuses null, as Reactive Streams has it. */
    private ObservedSubscriber {
      Objects.requireNonNull(subscriber, "subscriber");
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      observation.started();
      subscriber.onSubscribe(subscription);
    }

    @Override
    public void onNext(Chunk chunk) {
      observation.received(chunk);
      subscriber.onNext(chunk);
    }

    @Override
    public void onError(Throwable failure) {
      subscriber.onError(failure);
    }

    @Override
    public void onComplete() {
      subscriber.onComplete();
    }
  }
}
