UPDATE parcel SET weight_grams = :grams WHERE id = :id
