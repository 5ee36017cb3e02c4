package mycelial.feed.kraken;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key of Kraken's API with its secret. No text of this class contains either. Immutable and safe
 * for use by several threads.
 */
public final class KrakenKeys {
  private static final String MAC = "HmacSHA512";
  private final String key;
  private final byte[] secret;

  /**
   * As Kraken hands them out.
   *
   * @param secret in Base64
   * @throws IllegalArgumentException when the secret is not Base64; it is not repeated
   */
  public KrakenKeys(String key, String secret) {
    this.key = key;
    try {
      this.secret = Base64.getDecoder().decode(secret);
    } catch (IllegalArgumentException no) {
      throw new IllegalArgumentException("the secret of the Kraken key is not Base64");
    }
  }

  /** The key, for the header of a call. */
  String key() {
    return key;
  }

  /**
   * The signature of a form as Kraken documents it: HMAC-SHA512, with the secret, of the path and
   * SHA-256 of nonce and form; in Base64.
   */
  String sign(String path, long nonce, String form) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((nonce + form).getBytes(StandardCharsets.UTF_8));
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(secret, MAC));
      mac.update(path.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(digest));
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException("every Java platform has " + MAC, impossible);
    }
  }

  @Override
  public String toString() {
    return "KrakenKeys[hidden]";
  }
}
