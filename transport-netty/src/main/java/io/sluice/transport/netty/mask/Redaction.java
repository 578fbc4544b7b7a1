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
 * Masks the API key, plain or escaped, in everything a server sends: some servers repeat it in
 * their refusals, which would then appear in messages, transcripts and files. Thread-safe.
 */
public final class Redaction {

  static final String MASK = "***";

  /** Marks data that reports an error, in any format. */
  private static final Needle ERROR = new Needle("\"error\"".getBytes(StandardCharsets.US_ASCII));

  /**
   * A shorter key, or one without a letter, may be part of the JSON: local servers accept any key.
   */
  private static final int SHORTEST_IN_DATA = 6;

  /** A shorter key may be a word of an answer. */
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

  /** The event with the key masked in its data; the same event if the key is not in it. */
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

  /** The key to mask in the bytes of an answer with this status; empty if none is masked. */
  public Optional<KeyText> inBody(int status) {
    boolean refusal = status >= 300;
    return secret.filter(key -> unmistakable || (refusal && searched));
  }

  private String of(String text) {
    return secret.map(key -> key.masked(text, MASK)).orElse(text);
  }

  /** Whether data contains the key; in an answer, only a key that cannot be a word counts. */
  private boolean tells(String type, ByteBuffer data) {
    return isIn(data) && (unmistakable || type.equals("error") || ERROR.isIn(data));
  }

  private boolean isIn(ByteBuffer data) {
    return searched && secret.isPresent() && secret.get().isIn(data);
  }

  /** Converts each byte to a Latin-1 character and back, so that no other byte changes. */
  private ByteBuffer masked(ByteBuffer bytes) {
    String text = StandardCharsets.ISO_8859_1.decode(bytes.duplicate()).toString();
    return ByteBuffer.wrap(of(text).getBytes(StandardCharsets.ISO_8859_1));
  }
}
