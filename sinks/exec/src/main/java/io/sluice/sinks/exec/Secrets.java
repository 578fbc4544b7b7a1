package io.sluice.sinks.exec;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which variables of the environment are not everybody's business. */
final class Secrets {

  /** OPENAI_API_KEY, GITHUB_TOKEN, AWS_SECRET_ACCESS_KEY, PGPASSWORD, NPM_AUTH and their like. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?i).*(KEY|TOKEN|SECRET|PASSW|PASSPHRASE|CREDENTIAL|BEARER|COOKIE|_AUTH$|AUTHORIZATION).*");

  /** A URL with a password, as proxies and databases have. */
  private static final Pattern VALUE = Pattern.compile("(?s).*://[^/\\s]*:[^/\\s]*@.*");

  private Secrets() {}

  /** Takes them out, but for those that are to be handed on. */
  static void removeFrom(Map<String, String> environment, Set<String> handedOn) {
    environment
        .entrySet()
        .removeIf(
            variable ->
                !handedOn.contains(variable.getKey())
                    && (NAME.matcher(variable.getKey()).matches()
                        || VALUE.matcher(variable.getValue()).matches()));
  }
}
