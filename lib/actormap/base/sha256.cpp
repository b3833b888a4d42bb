#include <actormap/base/error.hpp>
#include <actormap/base/sha256.hpp>

#include <array>
#include <openssl/evp.h>

namespace actormap {

std::string sha256(std::string_view bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
    unsigned size = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1) {
        throw Error("hash-failed", "SHA-256 is not to be had from the system's OpenSSL");
    }
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (unsigned i = 0; i < size; ++i) {
        text += digits[digest[i] >> 4];
        text += digits[digest[i] & 15U];
    }
    return text;
}

}  // namespace actormap
