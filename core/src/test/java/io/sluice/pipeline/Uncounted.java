package io.sluice.pipeline;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Completion;
import io.sluice.stream.ChatStream;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.StreamOptions;
import java.util.Iterator;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Streams of another transport, whose publishers push everything at the first demand. */
record Uncounted(ChatTransport transport) implements ChatTransport {

  @Override
  public ChatStream stream(ChatRequest request, StreamOptions options) {
    return new Pushing(transport.stream(request, options));
  }

  @Override
  public String endpoint() {
    return transport.endpoint();
  }

  @Override
  public void close() {
    transport.close();
  }

  private record Pushing(ChatStream stream) implements ChatStream {

    @Override
    public Iterator<Chunk> iterator() {
      return stream.iterator();
    }

    @Override
    public Flow.Publisher<Chunk> publisher() {
      return subscriber -> stream.publisher().subscribe(new All(subscriber));
    }

    @Override
    public Completion completion() {
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
  }

  private record All(Flow.Subscriber<? super Chunk> subscriber) implements Flow.Subscriber<Chunk> {

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscriber.onSubscribe(new Everything(subscription));
    }

    @Override
    public void onNext(Chunk chunk) {
      subscriber.onNext(chunk);
    }

    @Override
    public void onError(Throwable reason) {
      subscriber.onError(reason);
    }

    @Override
    public void onComplete() {
      subscriber.onComplete();
    }
  }

  private record Everything(Flow.Subscription subscription) implements Flow.Subscription {

    @Override
    public void request(long n) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void cancel() {
      subscription.cancel();
    }
  }
}
