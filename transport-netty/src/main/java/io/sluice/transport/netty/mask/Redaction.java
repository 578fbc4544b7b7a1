package io.sluice.transport.netty.mask;

import io.sluice.stream.Failure;
import io.sluice.stream.HttpFailureBuilder;
import io.sluice.wire.Endpoint;
import io.sluice.wire.WireEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Masks the API key and the endpoint's other secrets, plain or escaped, in everything a server
 * sends: some servers repeat them in their refusals, which would then appear in messages,
 * transcripts and files. Thread-safe.
 */
public final class Redaction {

  static final String MASK = "***";

  /** A key that begins another one must not be taken for it. */
  private static final Comparator<String> LONGEST_FIRST =
      Comparator.comparingInt(String::length).reversed();

  /** Marks data that reports an error, in any format. */
  private static final Needle ERROR = new Needle("\"error\"".getBytes(StandardCharsets.US_ASCII));

  /**
   * A shorter key, or one without a letter, may be part of the JSON: local servers accept any key.
   */
  private static final int SHORTEST_IN_DATA = 6;

  /** A shorter key may be a word of an answer. */
  private static final int SURELY_SECRET = 8;

  private final Optional<KeyText> all;

  /** The keys that are looked for in data. */
  private final Optional<KeyText> searched;

  /** The keys among them that cannot be a word of an answer. */
  private final Optional<KeyText> unmistakable;

  /** The keys that are masked in the bytes of a refusal, and in those of an answer. */
  private final Optional<KeyText> inRefusals;

  private final Optional<KeyText> inAnswers;

  /** Creates the redaction of the secrets of an endpoint. */
  public Redaction(Endpoint endpoint) {
    this(endpoint.secrets());
  }

  /** Creates the redaction of these secrets. */
  public Redaction(List<String> secrets) {
    all = keys(secrets, key -> true);
    searched = keys(secrets, Redaction::isSearched);
    unmistakable = keys(secrets, key -> isSearched(key) && isUnmistakable(key));
    inRefusals = keys(secrets, key -> isSearched(key) || isUnmistakable(key));
    inAnswers = keys(secrets, Redaction::isUnmistakable);
  }

  private static Optional<KeyText> keys(List<String> secrets, Predicate<String> which) {
    List<String> keys = secrets.stream().filter(which).sorted(LONGEST_FIRST).toList();
    return keys.isEmpty() ? Optional.empty() : Optional.of(new KeyText(keys));
  }

  private static boolean isSearched(String key) {
    return key.length() >= SHORTEST_IN_DATA && key.chars().anyMatch(Character::isLetter);
  }

  private static boolean isUnmistakable(String key) {
    return key.length() >= SURELY_SECRET && key.chars().anyMatch(Character::isDigit);
  }

  /** The event with the key masked in its data; the same event if the key is not in it. */
  public WireEvent of(WireEvent event) {
    if (event instanceof WireEvent.Data data && tells(data.type(), data.bytes())) {
      return new WireEvent.Data(data.type(), data.id(), masked(data.bytes()));
    }
    if (event instanceof WireEvent.Unfinished rest && tells(rest.type(), rest.bytes())) {
      return new WireEvent.Unfinished(rest.type(), rest.id(), masked(rest.bytes()));
    }
    if (event instanceof WireEvent.Frame frame && searched.isPresent()) {
      return of(frame);
    }
    if (event instanceof WireEvent.Whole whole && tells("", whole.bytes())) {
      return new WireEvent.Whole(masked(whole.bytes()));
    }
    return event;
  }

  /** Header fields hold no part of an answer, so that any key in them is masked. */
  private WireEvent of(WireEvent.Frame frame) {
    Map<String, String> headers = new LinkedHashMap<>(frame.headers());
    headers.replaceAll((name, value) -> of(value));
    ByteBuffer bytes = tells("", frame.bytes()) ? masked(frame.bytes()) : frame.bytes();
    return new WireEvent.Frame(headers, bytes);
  }

  /** Returns the failure with the secrets masked in its texts. */
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

  /** Returns the refusal with the secrets masked in its texts. */
  public Failure.Http of(Failure.Http http) {
    HttpFailureBuilder masked = http.toBuilder().message(of(http.message()));
    http.code().map(this::of).ifPresent(masked::code);
    http.type().map(this::of).ifPresent(masked::type);
    http.requestId().map(this::of).ifPresent(masked::requestId);
    return masked.build();
  }

  /** The keys to mask in the bytes of an answer with this status; empty if none is masked. */
  public Optional<KeyText> inBody(int status) {
    return status >= 300 ? inRefusals : inAnswers;
  }

  /** The text with the secrets masked. */
  public String of(String text) {
    return all.map(keys -> keys.masked(text, MASK)).orElse(text);
  }

  /** Whether data contains a key; in an answer, only a key that cannot be a word counts. */
  private boolean tells(String type, ByteBuffer data) {
    boolean found = searched.isPresent() && searched.get().isIn(data);
    return found
        && (type.equals("error")
            || ERROR.isIn(data)
            || (unmistakable.isPresent() && unmistakable.get().isIn(data)));
  }

  /** Converts each byte to a Latin-1 character and back, so that no other byte changes. */
  private ByteBuffer masked(ByteBuffer bytes) {
    String text = StandardCharsets.ISO_8859_1.decode(bytes.duplicate()).toString();
    return ByteBuffer.wrap(of(text).getBytes(StandardCharsets.ISO_8859_1));
  }
}
