package io.sluice.server.passage;

import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.sluice.server.gate.Gate;
import io.sluice.server.http.Request;
import io.sluice.server.passage.Passage.Detachment;
import io.sluice.server.passage.Passage.Forwarding;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The head of a request as it goes on: without what concerns the client's connection or this
 * server. Its fields are in the order and the spelling of the client. Mutable; for one request.
 */
final class SentHead {

  private static final String DETACH = "X-Sluice-Detach";
  private static final String FORWARDED = "Forwarded";

  /** What tells of the client and of the servers that a request has passed. */
  private static final Set<String> OF_THE_WAY = Set.of("forwarded", "via", "x-real-ip");

  private static final String OF_A_PROXY = "x-forwarded-";

  private final HttpMethod method;
  private final Detachment detachment;
  private final HttpHeaders fields;

  private SentHead(HttpMethod method, Detachment detachment, HttpHeaders fields) {
    this.method = method;
    this.detachment = detachment;
    this.fields = fields;
  }

  /** The head that goes on for a request with this one. */
  static SentHead of(Request request, HttpRequest head, Passage passage) {
    HttpHeaders fields = HopFields.without(head.headers());
    boolean asked = "true".equalsIgnoreCase(fields.get(DETACH, "").strip());
    fields.remove(DETACH);
    if (head.protocolVersion().compareTo(HttpVersion.HTTP_1_1) < 0) {
      fields.remove(HttpHeaderNames.EXPECT);
    }
    if (passage.forwarding() == Forwarding.TOLD) {
      fields.add(FORWARDED, forwarded(request));
    } else {
      forgetWay(fields);
    }
    return new SentHead(head.method(), asked ? Detachment.ALWAYS : passage.detachment(), fields);
  }

  /** A server in front of this one may have told of the client, too. */
  private static void forgetWay(HttpHeaders fields) {
    for (String name : fields.names()) {
      String field = name.toLowerCase(Locale.ROOT);
      if (OF_THE_WAY.contains(field) || field.startsWith(OF_A_PROXY)) {
        fields.remove(name);
      }
    }
  }

  /** Whether it can be a request to a model, which is recorded. */
  boolean isPost() {
    return method.equals(HttpMethod.POST);
  }

  Detachment detachment() {
    return detachment;
  }

  HttpHeaders fields() {
    return fields;
  }

  /** Takes away every field, and the cookie, in which a token of this server stands. */
  void forgetTokens(Gate gate) {
    for (String name : fields.names()) {
      if (EndpointKey.secretsIn(name, fields.getAll(name)).stream()
          .anyMatch(text -> gate.tokenName(text).isPresent())) {
        fields.remove(name);
      }
    }
    List<String> cookies = fields.getAll(HttpHeaderNames.COOKIE);
    if (cookies.stream().anyMatch(field -> field.contains(gate.cookie() + "="))) {
      fields.set(HttpHeaderNames.COOKIE, without(gate.cookie(), cookies));
    }
  }

  private static List<String> without(String cookie, List<String> fields) {
    return fields.stream()
        .map(
            field ->
                Arrays.stream(field.split(";", -1))
                    .filter(pair -> !pair.strip().startsWith(cookie + "="))
                    .collect(Collectors.joining(";"))
                    .strip())
        .filter(field -> !field.isEmpty())
        .toList();
  }

  /** Accepts only codings that a record can be read in. */
  void acceptReadable() {
    ReadableCodings.only(fields);
  }

  /**
   * The message for the server.
   *
   * @param key what takes the place of the client's key, if anything does
   */
  HttpRequest message(PassedPath path, URI baseUrl, Optional<EndpointKey> key) {
    key.ifPresent(own -> own.replaceIn(fields));
    String target = path.target(baseUrl, key.flatMap(EndpointKey::query));
    return new DefaultHttpRequest(HttpVersion.HTTP_1_1, method, target, fields);
  }

  /** RFC 7239: an IPv6 address is in brackets, and quoted because of its colons. */
  private static String forwarded(Request request) {
    String address = request.address();
    String node = address.contains(":") ? "\"[" + address + "]\"" : address;
    return "for=" + node + ";host=\"" + request.header("Host").orElse("") + "\"";
  }
}
