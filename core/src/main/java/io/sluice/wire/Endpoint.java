package io.sluice.wire;

import io.sluice.text.HeaderField;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The server of a dialect, its key, and what else each request to it carries. Immutable; what
 * configures an endpoint returns another one. Two are equal if all they say is; suppliers of keys
 * and signers that do not say otherwise are compared by identity. Its text form shows no secret.
 */
public final class Endpoint {

  private final URI baseUrl;
  private final Optional<ApiKey> key;
  private final Optional<Supplier<ApiKey>> supplier;
  private final Optional<String> keyField;
  private final List<HeaderField> headers;
  private final Map<String, String> query;
  private final Optional<RequestSigner> signer;

  private Endpoint(
      URI baseUrl,
      Optional<ApiKey> key,
      Optional<Supplier<ApiKey>> supplier,
      Optional<String> keyField,
      List<HeaderField> headers,
      Map<String, String> query,
      Optional<RequestSigner> signer) {
    this.baseUrl = baseUrl;
    this.key = key;
    this.supplier = supplier;
    this.keyField = keyField;
    this.headers = headers;
    this.query = query;
    this.signer = signer;
  }

  /**
   * An endpoint without a key.
   *
   * @param baseUrl the URL that the dialect's paths are appended to, including {@code /v1}; slashes
   *     at its end are removed
   * @throws IllegalArgumentException if the URL is malformed or no http or https URL
   */
  public static Endpoint of(String baseUrl) {
    return new Endpoint(
        BaseUrl.checked(BaseUrl.parse(baseUrl)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Map.of(),
        Optional.empty());
  }

  /**
   * The endpoint that {@code OPENAI_BASE_URL} and {@code OPENAI_API_KEY} name; OpenAI's own if no
   * URL is set.
   *
   * @throws IllegalStateException if neither is set
   * @throws IllegalArgumentException if one of them is malformed
   */
  public static Endpoint fromEnvironment() {
    return fromEnvironment(System.getenv());
  }

  /** The endpoint that the given variables name, as in {@link #fromEnvironment()}. */
  public static Endpoint fromEnvironment(Map<String, String> variables) {
    return DialectDefaults.OPENAI.endpoint(variables);
  }

  /**
   * A copy with a key.
   *
   * @throws IllegalArgumentException as {@link ApiKey#of} has it
   */
  public Endpoint withKey(String secret) {
    return withKey(ApiKey.of(secret));
  }

  /** A copy with a key. */
  public Endpoint withKey(ApiKey secret) {
    Optional<ApiKey> given = Optional.of(secret);
    return new Endpoint(baseUrl, given, Optional.empty(), keyField, headers, query, signer);
  }

  /**
   * A copy whose key is asked for whenever a request is made: when a stream is opened, on the
   * caller's thread; before a retry, and once more after the server refused the key, on a thread
   * that may block. The supplier must be thread-safe. What it throws, {@code stream} throws, or
   * ends the stream as FAILED.
   */
  public Endpoint withKeys(Supplier<ApiKey> keys) {
    Optional<Supplier<ApiKey>> asked = Optional.of(keys);
    return new Endpoint(baseUrl, Optional.empty(), asked, keyField, headers, query, signer);
  }

  /**
   * A copy that sends the key in another header field than the dialect's, such as {@code api-key}
   * for Azure. In {@code Authorization} it is sent as a bearer token (RFC 6750), in others as it
   * is.
   */
  public Endpoint withKeyField(String name) {
    Optional<String> field = Optional.of(new HeaderField(name, "").name());
    return new Endpoint(baseUrl, key, supplier, field, headers, query, signer);
  }

  /**
   * A copy whose calls are signed, each anew when it is sent. A key comes before a signer: with
   * one, nothing is signed.
   */
  public Endpoint withSigner(RequestSigner signs) {
    return new Endpoint(baseUrl, key, supplier, keyField, headers, query, Optional.of(signs));
  }

  /**
   * A copy whose requests have one more header field, such as {@code OpenAI-Project}; it takes the
   * place of a field of that name that the dialect sends. Values whose names say that they are
   * secret are masked like the key.
   *
   * @throws IllegalArgumentException in one line, if the field cannot be sent, or is the
   *     transport's own
   */
  public Endpoint withHeader(String name, String value) {
    return withHeader(new HeaderField(name, value));
  }

  /** A copy whose requests have one more header field, as {@link #withHeader(String, String)}. */
  public Endpoint withHeader(HeaderField field) {
    List<HeaderField> more = new ArrayList<>(headers);
    more.removeIf(other -> other.name().equalsIgnoreCase(field.name()));
    more.add(field);
    return new Endpoint(baseUrl, key, supplier, keyField, List.copyOf(more), query, signer);
  }

  /**
   * A copy whose URLs have one more query parameter, such as Azure's {@code api-version}; both
   * texts are encoded.
   *
   * @throws IllegalArgumentException in one line, if the name is empty
   */
  public Endpoint withQuery(String name, String value) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a query parameter has an empty name; give it one");
    }
    Map<String, String> more = new LinkedHashMap<>(query);
    more.put(name, Objects.requireNonNull(value, "value"));
    return new Endpoint(baseUrl, key, supplier, keyField, headers, more, signer);
  }

  /** The URL that the dialect's paths are appended to, without a slash at its end. */
  public URI baseUrl() {
    return baseUrl;
  }

  /** The key, if one is needed; asks the supplier, if there is one. */
  public Optional<ApiKey> key() {
    return supplier.isPresent() ? Optional.of(supplier.get().get()) : key;
  }

  /** Whether the key is asked for whenever a request is made. */
  public boolean asksForKeys() {
    return supplier.isPresent();
  }

  /** A copy with the key that the supplier gives now; this endpoint if it has none. */
  public Endpoint keyed() {
    return supplier.map(keys -> withKey(keys.get())).orElse(this);
  }

  /** The header fields that each request has besides those of the dialect. Unmodifiable. */
  public List<HeaderField> headers() {
    return headers;
  }

  /**
   * The header field that holds the key; empty if there is no key.
   *
   * @param usual the name of the field in the dialect
   */
  public Map<String, String> keyHeader(String usual) {
    String name = keyField.orElse(usual);
    String before = name.toLowerCase(Locale.ROOT).equals("authorization") ? "Bearer " : "";
    return key().map(secret -> Map.of(name, before + secret.reveal())).orElse(Map.of());
  }

  /**
   * What must appear in nothing that is shown or kept: the key, the secrets of the signer, and the
   * values of header fields and query parameters whose names say that they are secret. Asks no
   * supplier.
   */
  public List<String> secrets() {
    return Stream.of(
            key.map(ApiKey::reveal).stream(),
            signer.map(RequestSigner::secrets).orElse(List.of()).stream(),
            headers.stream().filter(HeaderField::isSecret).map(HeaderField::value),
            query.entrySet().stream()
                .filter(parameter -> HeaderField.isSecret(parameter.getKey()))
                .map(Map.Entry::getValue))
        .flatMap(texts -> texts)
        .filter(secret -> !secret.isEmpty())
        .toList();
  }

  /** The call with this endpoint's own header fields and query parameters. */
  public HttpCall extend(HttpCall call) {
    return call.withQuery(query).withHeaders(headers);
  }

  /** Whether calls are signed: there is a signer, and no key. */
  public boolean signs() {
    return signer.isPresent() && key.isEmpty() && supplier.isEmpty();
  }

  /**
   * The call as it is sent now: signed if {@link #signs}, else unchanged.
   *
   * @throws IllegalArgumentException as {@link RequestSigner#signed} does
   */
  public HttpCall signed(HttpCall call) {
    return signs() ? signer.get().signed(call, Instant.now()) : call;
  }

  @Override
  public boolean equals(Object object) {
    return object == this || (object instanceof Endpoint other && values().equals(other.values()));
  }

  @Override
  public int hashCode() {
    return values().hashCode();
  }

  @Override
  public String toString() {
    return "Endpoint[" + baseUrl + (headers.isEmpty() ? "" : " " + headers) + "]";
  }

  private List<Object> values() {
    Optional<String> secret = key.map(ApiKey::reveal);
    return List.of(baseUrl, secret, supplier, keyField, headers, query, signer);
  }
}
