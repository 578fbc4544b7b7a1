package io.sluice.transport.netty.route;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A proxy variable that is set but not parsed yet. Its value may contain a password and is never
 * shown.
 *
 * @param name the name as it is set
 * @param value the value
 */
public record ProxyVariable(String name, String value) {

  /** The variable of that name; the lower-case name takes precedence, as in other tools. */
  public static Optional<ProxyVariable> of(Map<String, String> variables, String name) {
    return set(variables, name.toLowerCase(Locale.ROOT)).or(() -> set(variables, name));
  }

  private static Optional<ProxyVariable> set(Map<String, String> variables, String name) {
    return Optional.ofNullable(variables.get(name))
        .filter(value -> !value.isBlank())
        .map(value -> new ProxyVariable(name, value.strip()));
  }

  @Override
  public String toString() {
    return name;
  }
}
