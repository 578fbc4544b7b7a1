package io.sluice.dialects.bedrock;

import io.sluice.text.HeaderField;
import io.sluice.wire.ApiKey;
import io.sluice.wire.HttpCall;
import io.sluice.wire.RequestSigner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Signs calls with the credentials of an AWS account, by the rules of Signature Version 4. The
 * region is the one in the server's name, or else the given one. Immutable; thread-safe; its text
 * form shows no secret.
 */
public final class BedrockSigner implements RequestSigner {

  private static final String SERVICE = "bedrock";
  private static final String KEY_ID = "AWS_ACCESS_KEY_ID";
  private static final String SECRET = "AWS_SECRET_ACCESS_KEY";
  private static final String TOKEN = "AWS_SESSION_TOKEN";
  private static final List<String> REGIONS = List.of("AWS_REGION", "AWS_DEFAULT_REGION");

  /** A part of a host's name that is a region, such as {@code eu-central-1}. */
  private static final Pattern REGION =
      Pattern.compile("\\.((?:[a-z]{2,3})(?:-[a-z]+)+-\\d+)\\.", Pattern.CASE_INSENSITIVE);

  private final String accessKeyId;
  private final ApiKey secretAccessKey;
  private final Optional<ApiKey> sessionToken;
  private final Optional<String> region;

  private BedrockSigner(
      String accessKeyId,
      ApiKey secretAccessKey,
      Optional<ApiKey> sessionToken,
      Optional<String> region) {
    this.accessKeyId = accessKeyId;
    this.secretAccessKey = secretAccessKey;
    this.sessionToken = sessionToken;
    this.region = region;
  }

  /**
   * A signer with the credentials of a user.
   *
   * @throws IllegalArgumentException in one line, if one of them is empty, or holds a character
   *     that a header cannot
   */
  public static BedrockSigner of(String accessKeyId, String secretAccessKey) {
    return new BedrockSigner(
        ApiKey.of(accessKeyId).reveal(),
        ApiKey.of(secretAccessKey),
        Optional.empty(),
        Optional.empty());
  }

  /** A copy with the token of a session, which temporary credentials need. */
  public BedrockSigner withSessionToken(String token) {
    return new BedrockSigner(accessKeyId, secretAccessKey, Optional.of(ApiKey.of(token)), region);
  }

  /** A copy for servers whose name contains no region. */
  public BedrockSigner inRegion(String name) {
    return new BedrockSigner(accessKeyId, secretAccessKey, sessionToken, Optional.of(name.strip()));
  }

  /**
   * The signer that AWS's usual variables name: {@code AWS_ACCESS_KEY_ID}, {@code
   * AWS_SECRET_ACCESS_KEY}, {@code AWS_SESSION_TOKEN}, and {@code AWS_REGION} or {@code
   * AWS_DEFAULT_REGION}. Empty unless the first two are set.
   *
   * @throws IllegalArgumentException in one line that names the variable, if one cannot be used
   */
  public static Optional<BedrockSigner> fromEnvironment(Map<String, String> variables) {
    Optional<String> id = set(variables, KEY_ID);
    Optional<String> secret = set(variables, SECRET);
    if (id.isEmpty() || secret.isEmpty()) {
      return Optional.empty();
    }
    BedrockSigner signer = of(id.get(), secret.get());
    signer = set(variables, TOKEN).map(signer::withSessionToken).orElse(signer);
    Optional<String> region =
        REGIONS.stream().flatMap(name -> set(variables, name).stream()).findFirst();
    return Optional.of(region.map(signer::inRegion).orElse(signer));
  }

  private static Optional<String> set(Map<String, String> variables, String name) {
    Optional<String> value =
        Optional.ofNullable(variables.get(name)).filter(it -> !it.isBlank()).map(String::strip);
    if (value.isPresent() && value.get().chars().anyMatch(c -> c <= ' ' || c >= 127)) {
      throw new IllegalArgumentException(
          name + " holds a space, a line break or a character beyond ASCII; copy it again");
    }
    return value;
  }

  @Override
  public HttpCall signed(HttpCall call, Instant at) {
    var scope = new CredentialScope(at, regionOf(call), SERVICE);
    List<HeaderField> fields = new ArrayList<>();
    fields.add(new HeaderField("X-Amz-Date", scope.time()));
    sessionToken.ifPresent(
        token -> fields.add(new HeaderField("X-Amz-Security-Token", token.reveal())));
    HttpCall dated = call.withHeaders(fields);
    var request = CanonicalRequest.of(dated);
    String signature = scope.signature(secretAccessKey, request);
    String value =
        CredentialScope.ALGORITHM
            + (" Credential=" + accessKeyId + "/" + scope)
            + (", SignedHeaders=" + request.signedHeaders())
            + (", Signature=" + signature);
    return dated.withHeaders(List.of(new HeaderField("Authorization", value)));
  }

  private String regionOf(HttpCall call) {
    Matcher named = REGION.matcher(Objects.requireNonNullElse(call.uri().getHost(), ""));
    return named.find() ? named.group(1) : region.orElseThrow(BedrockSigner::nowhere);
  }

  private static IllegalArgumentException nowhere() {
    return new IllegalArgumentException(
        "the server's name contains no region to sign for; set " + REGIONS.get(0));
  }

  /** The secret access key and the session token. */
  @Override
  public List<String> secrets() {
    return Stream.concat(Stream.of(secretAccessKey), sessionToken.stream())
        .map(ApiKey::reveal)
        .toList();
  }

  @Override
  public boolean equals(Object object) {
    return object == this
        || (object instanceof BedrockSigner other && values().equals(other.values()));
  }

  @Override
  public int hashCode() {
    return values().hashCode();
  }

  private List<Object> values() {
    return List.of(accessKeyId, secrets(), region);
  }

  @Override
  public String toString() {
    return "BedrockSigner[" + accessKeyId + region.map(name -> " in " + name).orElse("") + "]";
  }
}
