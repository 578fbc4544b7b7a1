package io.sluice.transport.netty;

import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.sluice.chat.ChatRequest;
import io.sluice.feed.FedStream;
import io.sluice.stream.ChatStream;
import io.sluice.stream.End;
import io.sluice.stream.Failure;
import io.sluice.stream.Source;
import io.sluice.stream.Status;
import io.sluice.stream.StreamOptions;
import io.sluice.transport.netty.call.ChatCall;
import io.sluice.transport.netty.call.ReceivedSource;
import io.sluice.transport.netty.mask.Redaction;
import io.sluice.wire.Dialect;
import io.sluice.wire.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The answer of a passed exchange, read as a stream: its parts are given to it as they come, and
 * the {@link #source} delivers what the dialect makes of them. At most {@value #MOST_WAITING} bytes
 * wait to be decoded; beyond that the stream ends as truncated. Bodies packed with gzip or deflate
 * are unpacked. Secrets are masked in everything that the source delivers. Thread-safe.
 */
public final class ReceivedAnswer {

  /** The bytes of an answer that may wait to be decoded. */
  public static final int MOST_WAITING = 8 << 20;

  private static final End LAGGED =
      new End.Recorded(
          Status.TRUNCATED,
          Optional.of(
              new Failure.Sinks(
                  "lagged: the record ends here, since its sinks were "
                      + MOST_WAITING
                      + " bytes behind the answer")));

  /** Stands for a request that is not known, of which only the number of choices counts. */
  private static final ChatRequest UNKNOWN = ChatRequest.of("unknown", "");

  private final Endpoint endpoint;
  private final Dialect dialect;
  private final ReceivedSource source;
  private final AtomicBoolean opened = new AtomicBoolean();

  /**
   * An answer of which nothing has come.
   *
   * @param endpoint the server that answers
   * @param dialect the dialect that it answers in
   * @param executor where what comes is decoded
   */
  public ReceivedAnswer(Endpoint endpoint, Dialect dialect, Executor executor) {
    this.endpoint = endpoint;
    this.dialect = dialect;
    this.source = new ReceivedSource(executor, MOST_WAITING);
  }

  /**
   * The source of the stream, which can be opened once.
   *
   * @param asked the request that is answered, if it is known
   * @param secrets what is masked, besides the secrets of the endpoint
   */
  public Source source(Optional<ChatRequest> asked, List<String> secrets) {
    List<String> all = new ArrayList<>(endpoint.secrets());
    all.addAll(secrets);
    return new Received(asked, new Redaction(all));
  }

  /** Completes when the stream is read for the first time: whoever reads it is ready. */
  public CompletionStage<Void> wanted() {
    return source.wanted().minimalCompletionStage();
  }

  /** Whether more than half of the bytes that may wait do. */
  public boolean isBehind() {
    return source.isBehind();
  }

  /** Sets what is called, on any thread, each time when it is no longer {@link #isBehind}. */
  public void whenCaughtUp(Runnable told) {
    source.whenCaughtUp(told);
  }

  /** Gives the head; it is copied. */
  public void head(HttpResponse head) {
    source.add(
        new DefaultHttpResponse(head.protocolVersion(), head.status(), head.headers().copy()),
        LAGGED);
  }

  /** Gives the next piece of the body, of which this keeps a reference until it is decoded. */
  public void piece(HttpContent piece) {
    source.add(piece.retainedDuplicate(), LAGGED);
  }

  /** Says that the answer broke off, or never came; the first end counts. */
  public void broke(Failure failure) {
    source.end(new End.Cut(failure.message()));
  }

  /** Says that no answer came. */
  public void unanswered(Failure failure) {
    source.end(new End.Failed(failure));
  }

  /**
   * Says that the answer is not wanted any more: its stream ends as stopped, unless it is whole.
   */
  public void stopped() {
    source.end(new End.Recorded(Status.STOPPED, Optional.empty()));
  }

  /** Gives up what has not been decoded, and what still comes, since no stream is to deliver it. */
  public void discard() {
    source.cancel();
  }

  private final class Received implements Source {

    private final Optional<ChatRequest> asked;
    private final Redaction redaction;

    Received(Optional<ChatRequest> asked, Redaction redaction) {
      this.asked = asked;
      this.redaction = redaction;
    }

    @Override
    public ChatStream open(StreamOptions options) {
      if (opened.getAndSet(true)) {
        throw new IllegalStateException("the answer is received once, and was opened");
      }
      var call = new ChatCall(endpoint, redaction, dialect, asked.orElse(UNKNOWN));
      return FedStream.of(source.reading(call, options));
    }

    @Override
    public Optional<ChatRequest> request() {
      return asked;
    }

    @Override
    public String endpoint() {
      return endpoint.baseUrl().toString();
    }

    @Override
    public String dialect() {
      return dialect.name();
    }
  }
}
