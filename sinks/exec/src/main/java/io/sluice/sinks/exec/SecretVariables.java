package io.sluice.sinks.exec;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognises environment variables that may hold a secret. */
final class SecretVariables {

  /** Names such as OPENAI_API_KEY, GITHUB_TOKEN, AWS_SECRET_ACCESS_KEY, PGPASSWORD, NPM_AUTH. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?i).*(KEY|TOKEN|SECRET|PASSW|PASSPHRASE|CREDENTIAL|BEARER|COOKIE|_AUTH$|AUTHORIZATION).*");

  /** A URL with a password, as used for proxies and databases. */
  private static final Pattern VALUE = Pattern.compile("(?s).*://[^/\\s]*:[^/\\s]*@.*");

  private SecretVariables() {}

  /** Removes them, except for those that are to be passed on. */
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
