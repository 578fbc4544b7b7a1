package io.sluice.transport.netty.call;

import io.sluice.stream.Failure;
import io.sluice.stream.StreamOptions;
import io.sluice.transport.netty.http.TappedBody;
import io.sluice.transport.netty.mask.Redaction;
import io.sluice.transport.netty.route.Target;
import io.sluice.wire.Dialect;
import io.sluice.wire.Fallback;
import io.sluice.wire.HttpCall;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a call asks for and how, which changes when a server refuses a part of it. Mutable; confined
 * to its event loop.
 */
final class CallTerms {

  /** A refusal names one thing at a time; a server that goes on refusing is taken at its word. */
  private static final int MOST_CONCESSIONS = 3;

  private ChatCall conversation;
  private StreamOptions options;
  private int concessions;

  /** Let go of once it is sent: an open stream should keep little. Made anew to send again. */
  private @Nullable HttpCall call;

  /** Throws what the dialect throws for a request that it cannot express. */
  CallTerms(ChatCall conversation, StreamOptions options) {
    this.conversation = conversation;
    this.options = options;
    this.call = conversation.call(options);
  }

  ChatCall conversation() {
    return conversation;
  }

  StreamOptions options() {
    return options;
  }

  Target target() {
    return conversation.target();
  }

  Dialect dialect() {
    return conversation.dialect();
  }

  Redaction redaction() {
    return conversation.redaction();
  }

  Duration connectLimit() {
    return options.timeouts().connect();
  }

  Optional<Duration> totalLimit() {
    return options.timeouts().total();
  }

  /** How long to wait before attempt {@code attempt}; nothing if the failure is final. */
  Optional<Duration> delay(Failure failure, int attempt) {
    return options.retries().delay(failure, attempt, ThreadLocalRandom.current());
  }

  /** What tells the tap, if there is one, of the bytes; {@code broken} is told what that throws. */
  Optional<TappedBody> tapped(Consumer<Throwable> broken) {
    return options.tap().map(tap -> new TappedBody(tap, redaction(), broken));
  }

  /** The call to be sent now. */
  HttpCall take() {
    HttpCall taken = call == null ? conversation.call(options) : call;
    call = null;
    return taken;
  }

  /** Whether the dialect knows how to ask the same without what was refused; then that is asked. */
  boolean fallsBack(Failure.Http refusal) {
    Optional<Fallback> concession =
        concessions == MOST_CONCESSIONS
            ? Optional.empty()
            : conversation.dialect().fallback(refusal, conversation.request(), options);
    concession.ifPresent(this::accept);
    return concession.isPresent();
  }

  private void accept(Fallback concession) {
    concessions++;
    options = concession.options();
    conversation = conversation.asking(concession.request());
    call = null;
  }
}
