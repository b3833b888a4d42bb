"""Countries, made from MISP's own clusters (country and target-information) and a list of spellings by hand."""
import json

# Of country.json's 252 these are not in ISO 3166-1; without them it has ISO's 249.
NO_COUNTRY = {"XK", "CS", "AN"}
# What the two clusters do not say, in the spellings of the other clusters and of OpenCTI.
SPELLINGS = {
    "korea (republic of)": "KR", "iran (islamic republic of)": "IR", "korea (democratic people's republic of)": "KP",
    "印度": "IN", "孟加拉国": "BD", "澳大利亚": "AU", "马来西亚": "MY", "巴基斯坦": "PK", "叙利亚": "SY",
    "约旦": "JO", "土耳其": "TR", "韩国": "KR", "美国": "US", "俄罗斯": "RU", "哈萨克斯坦": "KZ", "厄瓜多尔": "EC",
    "西班牙": "ES", "哥伦比亚": "CO", "巴拿马": "PA", "伊朗": "IR", "巴勒斯坦": "PS", "以色列": "IL", "埃及": "EG",
    "丹麦": "DK", "罗马尼亚": "RO", "利比亚": "LY", "加拿大": "CA", "乌克兰": "UA", "比利时": "BE", "斯里兰卡": "LK",
    "朝鲜": "KP", "阿富汗": "AF", "伊拉克": "IQ", "英国": "GB", "乌兹别克斯坦": "UZ", "沙特阿拉伯": "SA", "意大利": "IT",
    "阿尔及利亚": "DZ", "southkorea": "KR",
}
# Names of target-information that mean several countries, or a continent.
SEVERAL = {"congo", "korea", "america"}


def fold(text):
    words = " ".join(text.casefold().split())
    return words.removeprefix("the ")


def countries(folder):
    """Folded name or code -> ISO 3166-1 alpha-2."""
    codes, names = {}, {}
    for value in json.loads((folder / "country.json").read_text())["values"]:
        meta = value["meta"]
        if meta["ISO"] not in NO_COUNTRY:
            codes.update({fold(meta["ISO"]): meta["ISO"], fold(meta["ISO3"]): meta["ISO"]})
            names[fold(value["value"])] = meta["ISO"]
    assert len(set(codes.values())) == 249
    for value in json.loads((folder / "target-information.json").read_text())["values"]:
        code = next((codes[fold(c)] for c in value["meta"]["iso-code"] if fold(c) in codes), None)
        for name in [value["value"], *value["meta"].get("synonyms", [])]:
            if code and fold(name) not in codes:  # the first wins: Lebanon's synonyms are Latvia's
                names.setdefault(fold(name), code)
    return {k: v for k, v in {**names, **SPELLINGS, **codes}.items() if k not in SEVERAL}
