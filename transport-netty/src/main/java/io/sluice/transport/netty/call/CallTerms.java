package io.sluice.transport.netty.call;

import io.sluice.stream.Failure;
import io.sluice.stream.FailureCategory;
import io.sluice.stream.StreamOptions;
import io.sluice.text.HeaderField;
import io.sluice.transport.netty.http.TappedBody;
import io.sluice.transport.netty.mask.Redaction;
import io.sluice.transport.netty.route.Target;
import io.sluice.wire.Dialect;
import io.sluice.wire.Endpoint;
import io.sluice.wire.Fallback;
import io.sluice.wire.HttpCall;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The request and the options of a call, which change when a server refuses a part of them.
 * Mutable; confined to its event loop.
 */
final class CallTerms {

  /** A refusal names one part at a time; after this many changes the refusal is final. */
  private static final int MOST_CONCESSIONS = 3;

  /** May ask for the key; that of the conversation has one that was given. */
  private final Endpoint endpoint;

  private final Optional<StreamWatch> watch;
  private final List<HeaderField> asked;
  private ChatCall conversation;
  private StreamOptions options;
  private int concessions;
  private boolean renewed;

  /** Dropped once it is sent, so that an open stream uses little memory; made again for a retry. */
  private @Nullable HttpCall call;

  /** Creates the terms; throws the dialect's exception for a request that it cannot express. */
  CallTerms(ChatCall conversation, StreamOptions options, Optional<StreamWatch> watch) {
    this.watch = watch;
    this.endpoint = conversation.endpoint();
    this.conversation = conversation.keyed(endpoint.keyed());
    this.options = options;
    this.asked = options.headers();
    this.call = this.conversation.call(options);
  }

  /**
   * Adds header fields, and those that the options have now: the call is made again if there are
   * any.
   */
  void complete(List<HeaderField> more) {
    StreamOptions.Builder whole = options.toBuilder();
    more.forEach(field -> whole.header(field.name(), field.value()));
    options = whole.build();
    if (!options.headers().equals(asked)) {
      call = null;
    }
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

  /** The delay before attempt {@code attempt}; empty if the failure is final. */
  Optional<Duration> delay(Failure failure, int attempt) {
    return options.retries().delay(failure, attempt, ThreadLocalRandom.current());
  }

  /**
   * The handler that passes the bytes to the tap, if there is one; {@code broken} receives the
   * exceptions that the tap throws.
   */
  Optional<TappedBody> tapped(Consumer<Throwable> broken) {
    return options.tap().map(tap -> new TappedBody(tap, redaction(), broken));
  }

  /**
   * The HTTP call to send now, of which observers are told. A signature holds for some minutes
   * only, so it is made now.
   */
  HttpCall take() {
    HttpCall taken =
        call == null || conversation.endpoint().signs() ? conversation.call(options) : call;
    call = null;
    watch.ifPresent(each -> each.sent(taken, redaction()));
    return taken;
  }

  /** The endpoint with the key of now, which may be asked for: that may block and throw. */
  Endpoint keyed() {
    return endpoint.keyed();
  }

  boolean asksForKeys() {
    return endpoint.asksForKeys();
  }

  /** Whether another key may be accepted where this one was refused; true once at most. */
  boolean mayRenewKey(Failure refusal) {
    boolean first = !renewed && endpoint.asksForKeys();
    boolean refused = refusal.category() == FailureCategory.NOT_AUTHORISED;
    renewed |= first && refused;
    return first && refused;
  }

  /** Goes on with that key, and returns whether it is another one. */
  boolean use(Endpoint keyed) {
    boolean other = !keyed.secrets().equals(conversation.endpoint().secrets());
    conversation = conversation.keyed(keyed);
    call = null;
    return other;
  }

  /**
   * Applies the dialect's fallback, which leaves out the refused part, and returns whether one was
   * applied.
   */
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
