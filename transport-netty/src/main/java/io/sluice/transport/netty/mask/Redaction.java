package io.sluice.transport.netty.mask;

import io.netty.handler.codec.http.HttpResponse;
import io.sluice.stream.Failure;
import io.sluice.stream.HttpFailureBuilder;
import io.sluice.stream.ResponseHead;
import io.sluice.wire.ApiKey;
import io.sluice.wire.Endpoint;
import io.sluice.wire.WireEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Takes the key out of what a server says, plain or escaped: some echo it in their refusals, and
 * what is said becomes messages, transcripts and files. Thread-safe.
 */
public final class Redaction {

  static final String MASK = "***";

  /** What marks data that reports an error, however the rest of it looks. */
  private static final Needle ERROR = new Needle("\"error\"".getBytes(StandardCharsets.US_ASCII));

  /** Below this, or without a letter, a key may be a part of the JSON: local servers take any. */
  private static final int SHORTEST_IN_DATA = 6;

  /** Below this a key may be a word that an answer says. */
  private static final int SURELY_SECRET = 8;

  private final Optional<KeyText> secret;

  /** Whether the key is looked for in data. */
  private final boolean searched;

  /** Whether the key cannot be a word of an answer. */
  private final boolean unmistakable;

  public Redaction(Endpoint endpoint) {
    Optional<String> key = endpoint.key().map(ApiKey::reveal);
    secret = key.map(KeyText::new);
    searched =
        key.filter(text -> text.length() >= SHORTEST_IN_DATA)
            .filter(text -> text.chars().anyMatch(Character::isLetter))
            .isPresent();
    unmistakable =
        key.filter(text -> text.length() >= SURELY_SECRET)
            .filter(text -> text.chars().anyMatch(Character::isDigit))
            .isPresent();
  }

  /** The event without the key in its data; the same event if the key is not in it. */
  public WireEvent of(WireEvent event) {
    if (event instanceof WireEvent.Data data && tells(data.type(), data.bytes())) {
      return new WireEvent.Data(data.type(), data.id(), masked(data.bytes()));
    }
    if (event instanceof WireEvent.Unfinished rest && tells(rest.type(), rest.bytes())) {
      return new WireEvent.Unfinished(rest.type(), rest.id(), masked(rest.bytes()));
    }
    if (event instanceof WireEvent.Whole whole && tells("", whole.bytes())) {
      return new WireEvent.Whole(masked(whole.bytes()));
    }
    return event;
  }

  public Failure of(Failure failure) {
    if (failure instanceof Failure.Http http) {
      return of(http);
    }
    if (failure instanceof Failure.Provider said) {
      return new Failure.Provider(
          said.code().map(this::of),
          said.type().map(this::of),
          of(said.message()),
          said.category());
    }
    if (failure instanceof Failure.Protocol broken) {
      return new Failure.Protocol(of(broken.message()), of(broken.excerpt()));
    }
    return failure;
  }

  public Failure.Http of(Failure.Http http) {
    HttpFailureBuilder masked = http.toBuilder().message(of(http.message()));
    http.code().map(this::of).ifPresent(masked::code);
    http.type().map(this::of).ifPresent(masked::type);
    http.requestId().map(this::of).ifPresent(masked::requestId);
    return masked.build();
  }

  /** The head of a response without the key in its fields. */
  public ResponseHead of(HttpResponse response) {
    ResponseHead.Builder head = ResponseHead.builder(response.status().code());
    response.headers().forEach(field -> head.field(field.getKey(), of(field.getValue())));
    return head.build();
  }

  /** The key that is to be masked in the bytes of an answer that begins with this status. */
  public Optional<KeyText> inBody(int status) {
    boolean refusal = status >= 300;
    return secret.filter(key -> unmistakable || (refusal && searched));
  }

  private String of(String text) {
    return secret.map(key -> key.masked(text, MASK)).orElse(text);
  }

  /** Whether data gives the key away: in an answer only what cannot be a word is taken for it. */
  private boolean tells(String type, ByteBuffer data) {
    return isIn(data) && (unmistakable || type.equals("error") || ERROR.isIn(data));
  }

  private boolean isIn(ByteBuffer data) {
    return searched && secret.isPresent() && secret.get().isIn(data);
  }

  /** A byte is a character of Latin-1 and back, so that nothing else is changed. */
  private ByteBuffer masked(ByteBuffer bytes) {
    String text = StandardCharsets.ISO_8859_1.decode(bytes.duplicate()).toString();
    return ByteBuffer.wrap(of(text).getBytes(StandardCharsets.ISO_8859_1));
  }
}
