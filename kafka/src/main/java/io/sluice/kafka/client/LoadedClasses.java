package io.sluice.kafka.client;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows which settings of a Kafka client have it load classes: whoever can write such a setting
 * runs code in the process. Of the login modules, the three that only log in are allowed.
 */
final class LoadedClasses {

  /** Kafka ends the names of such settings so. */
  private static final List<String> ENDINGS =
      List.of(
          ".class", ".classes", ".reporters", ".providers", "serializer", "assignment.strategy");

  private static final String LOGIN = "sasl.jaas.config";
  private static final String SECURITY = "org.apache.kafka.common.security.";
  private static final Set<String> MODULES =
      Set.of(
          SECURITY + "plain.PlainLoginModule",
          SECURITY + "scram.ScramLoginModule",
          SECURITY + "oauthbearer.OAuthBearerLoginModule");

  /** A login module and its flag, as JAAS writes them: at the beginning and behind a semicolon. */
  private static final Pattern MODULE =
      Pattern.compile("([\\w.$]+)\\s+(?i:required|requisite|sufficient|optional)\\b");

  private LoadedClasses() {}

  /**
   * Refuses settings that load classes.
   *
   * @throws IllegalArgumentException in one line that names the setting, but not its value
   */
  static void refuse(Path file, Map<String, String> properties) {
    for (Map.Entry<String, String> property : properties.entrySet()) {
      String name = property.getKey();
      if (ENDINGS.stream().anyMatch(name::endsWith) || name.startsWith("config.providers")) {
        throw refusal(file, name + " loads classes");
      }
      if (name.endsWith(LOGIN) && !isKnownLogin(property.getValue())) {
        throw refusal(file, name + " has another login module than Plain, Scram and OAuthBearer");
      }
    }
  }

  private static boolean isKnownLogin(String text) {
    Matcher module = MODULE.matcher(unquoted(text));
    boolean any = false;
    while (module.find()) {
      if (!MODULES.contains(module.group(1))) {
        return false;
      }
      any = true;
    }
    return any;
  }

  /** A password may hold any word. */
  private static String unquoted(String text) {
    return text.replaceAll("\"(\\\\.|[^\"\\\\])*\"", "\"\"");
  }

  private static IllegalArgumentException refusal(Path file, String what) {
    return new IllegalArgumentException(file + ": " + what + "; allow that with unsafe=yes");
  }
}
