package io.sluice.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parameters behind the question mark, decoded, in their order. Immutable. */
final class Query {

  private final List<Parameter> parameters;

  private Query(List<Parameter> parameters) {
    this.parameters = parameters;
  }

  /**
   * Reads parameters.
   *
   * @throws Refusal if they are not encoded as a URL has them
   */
  static Query parse(String text) {
    List<Parameter> parameters = new ArrayList<>();
    for (String pair : text.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        parameters.add(new Parameter(decoded(name), decoded(value)));
      }
    }
    return new Query(List.copyOf(parameters));
  }

  List<String> all(String name) {
    return parameters.stream()
        .filter(parameter -> parameter.name().equals(name))
        .map(Parameter::value)
        .toList();
  }

  Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw Refusal.badRequest("the query of the URL is not encoded as it must be");
    }
  }

  private record Parameter(String name, String value) {}
}
