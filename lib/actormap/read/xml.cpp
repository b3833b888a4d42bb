#include <actormap/base/error.hpp>
#include <actormap/read/xml.hpp>

#include <algorithm>
#include <exception>
#include <expat.h>
#include <memory>
#include <new>
#include <utility>

namespace actormap {
namespace {

constexpr std::size_t piece = std::size_t{1} << 16;

std::string_view without_prefix(std::string_view name) {
    return name.substr(name.find(':') + 1);  // npos + 1 is 0
}

/// What expat found, and what to do about it.
std::string in_words(XML_Error error) {
    switch (error) {
        case XML_ERROR_NO_ELEMENTS:
            return "the file ends before its first element does; write it again, whole";
        case XML_ERROR_INVALID_TOKEN:
            return "this is no XML; write &lt; for '<', &amp; for '&', and no control characters";
        case XML_ERROR_UNCLOSED_TOKEN:
            return "what begins here does not end; write the file again, whole";
        case XML_ERROR_PARTIAL_CHAR:
            return "the file ends within a character; write it again, whole";
        case XML_ERROR_UNCLOSED_CDATA_SECTION:
            return "a CDATA section does not end; end it with ]]>";
        case XML_ERROR_TAG_MISMATCH:
            return "the end tag is not that of the element that is open; make them agree";
        case XML_ERROR_DUPLICATE_ATTRIBUTE:
            return "an attribute stands twice in one tag; remove one";
        case XML_ERROR_JUNK_AFTER_DOC_ELEMENT:
            return "something stands behind the end of the first element; remove it";
        case XML_ERROR_UNDEFINED_ENTITY:
            return "a reference to an entity that XML does not define; write the character itself";
        case XML_ERROR_BAD_CHAR_REF:
            return "a reference to a character that XML does not allow; remove it";
        case XML_ERROR_MISPLACED_XML_PI:
            return "<?xml …?> stands within the file; put it at its beginning or remove it";
        case XML_ERROR_XML_DECL:
        case XML_ERROR_UNKNOWN_ENCODING:
        case XML_ERROR_INCORRECT_ENCODING:
            return "<?xml …?> is not well-formed; write <?xml version=\"1.0\" "
                   "encoding=\"UTF-8\"?>";
        default:
            return std::string(XML_ErrorString(error)) + "; correct it";
    }
}

/// Feeds expat and stands between it and the handler: no exception crosses expat's C code.
class Parser {
  public:
    Parser(std::string_view content, const std::string& file, XmlHandler& handler,
           const XmlLimits& limits)
        : content_(content),
          file_(file),
          handler_(handler),
          limits_(limits),
          expat_(XML_ParserCreate("UTF-8")) {
        if (!expat_) throw std::bad_alloc();
        XML_SetUserData(expat_.get(), this);
        XML_SetElementHandler(expat_.get(), on_begin, on_end);
        XML_SetCharacterDataHandler(expat_.get(), on_text);
        // All else, a DOCTYPE among it: expat has a handler for those, but calls it at their end.
        XML_SetDefaultHandler(expat_.get(), on_other);
    }

    void run() {
        for (std::size_t fed = 0;;) {
            // What expat keeps of a token whose end it has not seen. It looks at all of that again
            // with each piece, so the pieces grow with it, and the time stays linear.
            const std::size_t kept = fed - here();
            if (kept > limits_.token) refuse_token();
            const std::size_t size = std::min(content_.size() - fed, std::max(piece, kept));
            const char* const from = content_.data() + fed;
            fed += size;
            const bool last = fed == content_.size();
            const auto status = XML_Parse(expat_.get(), from, static_cast<int>(size), last);
            if (failure_) std::rethrow_exception(failure_);
            if (status != XML_STATUS_OK) fail(XML_GetErrorCode(expat_.get()));
            if (last) return;
        }
    }

  private:
    struct Free {
        void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
    };

    static void XMLCALL on_begin(void* self, const XML_Char* name, const XML_Char** attributes) {
        Parser& parser = *static_cast<Parser*>(self);
        parser.guard([&] { parser.begin(name, attributes); });
    }
    static void XMLCALL on_end(void* self, const XML_Char*) {
        Parser& parser = *static_cast<Parser*>(self);
        parser.guard([&] {
            parser.texts_.pop_back();
            parser.handler_.end();
        });
    }
    static void XMLCALL on_text(void* self, const XML_Char* text, int size) {
        Parser& parser = *static_cast<Parser*>(self);
        parser.guard([&] { parser.text({text, static_cast<std::size_t>(size)}); });
    }
    static void XMLCALL on_other(void* self, const XML_Char* text, int size) {
        Parser& parser = *static_cast<Parser*>(self);
        parser.guard([&] { parser.other({text, static_cast<std::size_t>(size)}); });
    }

    template <typename Action>
    void guard(const Action& action) {
        if (failure_) return;  // expat ends an empty element even after it was stopped
        try {
            action();
        } catch (...) {
            failure_ = std::current_exception();
            XML_StopParser(expat_.get(), XML_FALSE);
        }
    }

    void begin(const char* name, const char** attributes) {
        check_token();
        if (texts_.size() == limits_.depth)
            refuse("xml-depth", "elements are nested more than " + std::to_string(limits_.depth) +
                                    " deep; flatten them");
        texts_.push_back(0);
        element_.name = without_prefix(name);
        element_.spot = spot(here());
        element_.attributes.clear();
        for (; *attributes; attributes += 2)
            element_.attributes.push_back({attributes[0], attributes[1]});
        handler_.begin(element_);
    }

    void text(std::string_view text) {
        texts_.back() += text.size();
        if (texts_.back() > limits_.text)
            refuse("xml-size", "the text of an element is longer than " +
                                   std::to_string(limits_.text) + " bytes; shorten it");
        handler_.text(text);
    }

    void other(std::string_view text) {
        check_token();
        if (text.starts_with("<!D"))
            refuse("xml-doctype", "a DOCTYPE can define entities, so none is read; remove it");
    }

    void check_token() {
        if (std::cmp_greater(XML_GetCurrentByteCount(expat_.get()), limits_.token)) refuse_token();
    }
    [[noreturn]] void refuse_token() {
        refuse("xml-size", "a tag or comment is longer than " + std::to_string(limits_.token) +
                               " bytes; shorten it");
    }
    [[noreturn]] void fail(XML_Error error) {
        if (error == XML_ERROR_NO_MEMORY) throw std::bad_alloc();
        refuse("xml-syntax", in_words(error));
    }
    [[noreturn]] void refuse(const char* id, const std::string& message) {
        const JsonSpot at = spot(here());
        throw InputError(id, {file_, at.line, at.column}, message);
    }

    /// Where in the content the current token begins, or what is wrong stands.
    std::size_t here() {
        const XML_Index index = XML_GetCurrentByteIndex(expat_.get());
        if (index >= 0) here_ = static_cast<std::size_t>(index);  // less: expat does not know
        return here_;
    }

    /// The line and column there. expat counts columns in characters; and `at` never goes back.
    JsonSpot spot(std::size_t at) {
        for (; counted_ < at; ++counted_) {
            const char c = content_[counted_];
            const bool pair = c == '\r' && content_.substr(counted_ + 1).starts_with('\n');
            if ((c != '\n' && c != '\r') || pair) continue;
            ++line_;
            line_start_ = counted_ + 1;
        }
        return {line_, static_cast<std::uint32_t>(std::max(at, line_start_) - line_start_ + 1)};
    }

    std::string_view content_;
    const std::string& file_;
    XmlHandler& handler_;
    XmlLimits limits_;
    std::unique_ptr<XML_ParserStruct, Free> expat_;
    std::exception_ptr failure_;
    XmlElement element_;
    std::vector<std::size_t> texts_;  // of the open elements: how many bytes of text so far
    std::size_t here_ = 0;
    std::size_t counted_ = 0, line_start_ = 0;
    std::uint32_t line_ = 1;
};

}  // namespace

std::optional<std::string_view> XmlElement::find(std::string_view attribute) const {
    const auto at = std::find_if(attributes.begin(), attributes.end(),
                                 [&](const XmlAttribute& a) { return a.name == attribute; });
    return at == attributes.end() ? std::nullopt : std::optional(at->value);
}

void read_xml(std::string_view content, const std::string& file, XmlHandler& handler,
              const XmlLimits& limits) {
    Parser(content, file, handler, limits).run();
}

}  // namespace actormap
