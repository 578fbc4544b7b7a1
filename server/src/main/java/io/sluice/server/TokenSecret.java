package io.sluice.server;

import io.sluice.server.archive.RunArchive;
import io.sluice.server.gate.AccessToken;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The tokens of one start.
 *
 * @param tokens those that are accepted
 * @param made the text of the one that was made; empty if others were configured
 */
record TokenSecret(List<AccessToken> tokens, Optional<String> made) {

  private static final int BYTES = 32;

  static TokenSecret of(ServerBuilder builder) {
    if (!builder.tokens.isEmpty()) {
      return new TokenSecret(builder.tokens, Optional.empty());
    }
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return new TokenSecret(
        List.of(AccessToken.of(RunArchive.STANDARD_OWNER, text)), Optional.of(text));
  }

  /**
   * Who has the runs of clients that show no token: the user of the token that was made; where
   * tokens are configured, none of them, which all have a name.
   */
  String unnamedOwner() {
    return made.isPresent() ? RunArchive.STANDARD_OWNER : "";
  }

  @Override
  public String toString() {
    return "TokenSecret";
  }
}
