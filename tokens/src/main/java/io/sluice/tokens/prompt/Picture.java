package io.sluice.tokens.prompt;

import io.sluice.json.tree.JsonTree;
import io.sluice.tokens.image.PictureSize;
import io.sluice.tokens.schema.EstimateReasons;
import java.util.Optional;

/**
 * A picture in a message.
 *
 * @param size its size in pixels, if it can be seen
 * @param detail how closely the model is to look; empty if that is left to it
 */
record Picture(Optional<PictureSize> size, String detail) {
  private static final String IMAGE_URL = "image_url";

  /** The picture of a part of a message, in the shape of either API. */
  static Picture of(JsonTree part, EstimateReasons reasons) {
    Optional<JsonTree> nested = part.value(IMAGE_URL).filter(JsonTree::isObject);
    String url = nested.orElse(part).string(nested.isPresent() ? "url" : IMAGE_URL).orElse("");
    Optional<PictureSize> size = PictureSize.ofDataUrl(url);
    String detail =
        nested.orElse(part).string("detail").filter(it -> !it.equals("auto")).orElse("");
    if (size.isEmpty()) {
      reasons.add("a picture whose size is not in the request");
    }
    if (!detail.isEmpty() && !detail.equals("high")) {
      reasons.add("a picture of detail '" + detail + "'");
    }
    return new Picture(size, detail);
  }

  String words() {
    return size.map(PictureSize::toString).orElse("of unknown size");
  }
}
