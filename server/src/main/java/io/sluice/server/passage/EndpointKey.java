package io.sluice.server.passage;

import io.netty.handler.codec.http.HttpHeaders;
import io.sluice.chat.ChatRequest;
import io.sluice.server.gate.Credentials;
import io.sluice.stream.StreamOptions;
import io.sluice.text.HeaderField;
import io.sluice.wire.Dialect;
import io.sluice.wire.Endpoint;
import io.sluice.wire.HttpCall;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an endpoint adds to a request that is made in its name: its key, its own header fields and
 * query parameters.
 *
 * @param fields the header fields
 * @param query the query parameters, encoded
 * @param secrets what must be masked in a record
 */
record EndpointKey(List<HeaderField> fields, Optional<String> query, List<String> secrets) {

  private static final String BEARER = "bearer ";

  /**
   * Asks for the key of an endpoint, which may block if a supplier has it.
   *
   * @throws RuntimeException what the supplier throws
   */
  static EndpointKey of(Endpoint endpoint, Dialect dialect) {
    Endpoint keyed = endpoint.keyed();
    HttpCall sample =
        dialect.call(keyed, ChatRequest.of("model", "Hello."), StreamOptions.defaults());
    List<String> secrets = keyed.secrets();
    List<HeaderField> fields = new ArrayList<>();
    sample.headers().entrySet().stream()
        .filter(field -> HeaderField.isSecret(field.getKey()))
        .filter(field -> secrets.stream().anyMatch(field.getValue()::contains))
        .forEach(field -> fields.add(new HeaderField(field.getKey(), field.getValue())));
    fields.addAll(keyed.headers());
    HttpCall bare = new HttpCall("GET", keyed.baseUrl(), Map.of(), ByteBuffer.allocate(0));
    return new EndpointKey(
        fields, Optional.ofNullable(keyed.extend(bare).uri().getRawQuery()), secrets);
  }

  /** Whether a request has a key of its client. */
  static boolean isIn(HttpHeaders fields) {
    return Credentials.KEY_FIELDS.stream().anyMatch(fields::contains);
  }

  /** Takes the client's key away from a request, and adds these fields. */
  void replaceIn(HttpHeaders request) {
    Credentials.KEY_FIELDS.forEach(request::remove);
    fields.forEach(field -> request.set(field.name(), field.value()));
  }

  /** The secrets in the fields of a client. */
  static List<String> secretsIn(HttpHeaders request) {
    List<String> secrets = new ArrayList<>();
    request.names().forEach(name -> secrets.addAll(secretsIn(name, request.getAll(name))));
    return secrets;
  }

  /** The secrets in the fields of that name. */
  static List<String> secretsIn(String name, List<String> values) {
    return HeaderField.isSecret(name)
        ? values.stream().map(EndpointKey::secret).filter(text -> !text.isEmpty()).toList()
        : List.of();
  }

  private static String secret(String field) {
    String value = field.strip();
    boolean bearer = value.regionMatches(true, 0, BEARER, 0, BEARER.length());
    return bearer ? value.substring(BEARER.length()).strip() : value;
  }

  @Override
  public String toString() {
    return "EndpointKey";
  }
}
